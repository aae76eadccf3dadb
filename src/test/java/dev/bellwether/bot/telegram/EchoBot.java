package dev.bellwether.bot.telegram;

import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The least that a bot on TelegramBots can do: answers a message with its text. What a command of the real bot takes longer than this
 * is the bot's own.
 */
public final class EchoBot implements AutoCloseable {
    private final TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication();
    private final TelegramClient client;

    /** Begins to poll. */
    public EchoBot(FakeTelegram telegram) {
        URI api = telegram.api();
        TelegramUrl url = TelegramUrl.builder()
                .schema(api.getScheme())
                .host(api.getHost())
                .port(api.getPort())
                .build();
        client = new OkHttpTelegramClient(new OkHttpClient(), FakeTelegram.TOKEN, url);
        try {
            application.registerBot(
                    FakeTelegram.TOKEN,
                    () -> url,
                    offset ->
                            GetUpdates.builder().offset(offset + 1).timeout(10).build(),
                    this::consume);
        } catch (TelegramApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void consume(List<Update> updates) {
        for (Update update : updates) {
            try {
                client.execute(new SendMessage(
                        update.getMessage().getChatId().toString(),
                        update.getMessage().getText()));
            } catch (TelegramApiException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            application.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
