package dev.bellwether.bot.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** The connection stood and broke before an answer came: Telegram may or may not have done what was asked. */
final class NeverAnswered extends IOException {
    private static final long serialVersionUID = 1;

    NeverAnswered(IOException cause) {
        super("No answer came", cause);
    }

    /**
     * Tells such failures from those that happened before anything was sent. To be added as a network interceptor, which is
     * called once a connection stands.
     */
    static final class Marker implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                throw new NeverAnswered(e);
            }
        }
    }
}
