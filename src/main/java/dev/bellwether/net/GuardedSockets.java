package dev.bellwether.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that refuse to connect to an address that is not permitted.
 *
 * <p>The check stands here, at the last moment before the connection, because every other place can be walked around: a name
 * may resolve to something else the second time, an address may be written as a literal that no resolver ever sees, and a
 * redirect may lead anywhere. TLS is laid over these sockets, so it passes here too.
 */
final class GuardedSockets extends SocketFactory {
    private final Addresses addresses;

    GuardedSockets(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Thrown instead of connecting. */
    static final class Refused extends IOException {
        private Refused(SocketAddress address) {
            super("refused to connect to " + address);
        }
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(createSocket(), host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(local, localPort));
        return connected(socket, host, port);
    }

    private static Socket connected(Socket socket, InetAddress host, int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress(host, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private final class GuardedSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress inet)
                    || inet.isUnresolved()
                    || !addresses.permit(inet.getAddress())) {
                throw new Refused(endpoint);
            }
            super.connect(endpoint, timeout);
        }
    }
}
