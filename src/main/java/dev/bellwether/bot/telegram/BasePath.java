package dev.bellwether.bot.telegram;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.telegram.telegrambots.meta.TelegramUrl;

/** Where the Bot API is. The client library knows scheme, host and port; a path before them is put in here. */
record BasePath(URI api) implements Interceptor {
    /** What the client library is given. */
    TelegramUrl url() {
        String scheme = api.getScheme();
        int port = api.getPort() > 0 ? api.getPort() : scheme.equals("https") ? 443 : 80;
        return TelegramUrl.builder()
                .schema(scheme)
                .host(api.getHost())
                .port(port)
                .build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String path = api.getPath() == null ? "" : api.getPath().replaceAll("/+$", "");
        if (path.isEmpty()) {
            return chain.proceed(chain.request());
        }
        HttpUrl asked = chain.request().url();
        HttpUrl full =
                asked.newBuilder().encodedPath(path + asked.encodedPath()).build();
        return chain.proceed(chain.request().newBuilder().url(full).build());
    }
}
