package dev.bellwether.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection that stays open when who it was lent to closes it. */
final class LentConnection {
    private LentConnection() {}

    /** @param closed what to do instead of closing it, the first time it is closed */
    static Connection of(Connection connection, Runnable closed) {
        Object[] open = {true};
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("close")) {
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        }
                    }
                    if (open[0].equals(true)) {
                        open[0] = false;
                        closed.run();
                    }
                    return null;
                });
    }
}
