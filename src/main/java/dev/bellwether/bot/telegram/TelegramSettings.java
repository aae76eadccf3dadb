package dev.bellwether.bot.telegram;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the front is told.
 *
 * @param token as BotFather gave it; never printed
 * @param api where the Bot API is: {@link #TELEGRAM}, or a server of one's own, with a path if it has one
 * @param webhook how Telegram is to call; null to ask for updates instead
 * @param times how long things may take
 */
public record TelegramSettings(
        String token, URI api, @Nullable Webhook webhook, Times times) {
    /** Telegram's own server. */
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    /** With the times that suit Telegram's own server. */
    public TelegramSettings(String token, URI api, @Nullable Webhook webhook) {
        this(token, api, webhook, Times.USUAL);
    }

    /** The number before the colon, which is no secret; a question mark if there is none. */
    String bot() {
        int colon = token.indexOf(':');
        return colon < 0 ? "?" : token.substring(0, colon);
    }

    @Override
    public String toString() {
        return "TelegramSettings[bot " + bot() + ", api " + api + ", " + (webhook == null ? "polling" : "webhook")
                + "]";
    }

    /**
     * How Telegram calls.
     *
     * @param address the public https address that leads to {@link TelegramWebhook}
     * @param secret what Telegram sends with every call: 1 to 256 of {@code A-Z a-z 0-9 _ -}; never printed
     */
    public record Webhook(URI address, String secret) {
        /** @throws IllegalArgumentException if Telegram would not take the secret */
        public Webhook {
            if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
                throw new IllegalArgumentException("the secret of the webhook takes 1 to 256 of A-Z a-z 0-9 _ -");
            }
        }

        @Override
        public String toString() {
            return "Webhook[" + address + "]";
        }
    }

    /**
     * How long things may take.
     *
     * @param poll how long Telegram holds a request for updates open when there are none; whole seconds
     * @param patience after how long a person is told that an answer takes a while
     * @param firstPause before the second try after a failure; doubled with each further one
     * @param longestPause between two tries
     * @param slack how much longer than it should a poll may take before the poller is started anew
     * @param guard how often the connection is looked after
     */
    public record Times(
            Duration poll,
            Duration patience,
            Duration firstPause,
            Duration longestPause,
            Duration slack,
            Duration guard) {
        /** What suits Telegram's own server. */
        public static final Times USUAL = new Times(
                Duration.ofSeconds(25),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(45),
                Duration.ofSeconds(5));
    }
}
