package dev.bellwether.net;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A websocket of OkHttp's, over guarded sockets. */
final class GuardedStream extends WebSocketListener implements Stream {
    private static final int GOING_AWAY = 1001;

    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable WebSocket socket;

    private GuardedStream(Listener listener) {
        this.listener = listener;
    }

    static Stream open(OkHttpClient client, URI address, String userAgent, Listener listener) {
        GuardedStream stream = new GuardedStream(listener);
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            stream.end("not the address of a stream");
            return stream;
        }
        Request request = new Request.Builder()
                .url(address.toString())
                .header("User-Agent", userAgent)
                .build();
        stream.socket = client.newWebSocket(request, stream);
        return stream;
    }

    @Override
    public boolean send(String text) {
        WebSocket open = socket;
        return !ended.get() && open != null && open.send(text);
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (ended.compareAndSet(false, true) && open != null) {
            open.close(GOING_AWAY, null);
            open.cancel();
        }
    }

    private void end(String why) {
        if (ended.compareAndSet(false, true)) {
            listener.ended(why);
        }
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        if (!ended.get()) {
            listener.opened();
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        if (!ended.get()) {
            listener.heard(text);
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(code, null);
        end("closed by the other side, code " + code);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        end(
                response == null
                        ? "no connection: " + failure.getClass().getSimpleName()
                        : "refused with status " + response.code());
    }
}
