package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.deliver.Inbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Telegram's calls arrive when a webhook is configured; the web server passes them on. Thread-safe; blocks for the store. */
public final class TelegramWebhook {
    /** The header in which Telegram sends the secret. */
    public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private static final Logger LOG = LoggerFactory.getLogger(TelegramWebhook.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int TAKEN = 200;
    private static final int NOT_UNDERSTOOD = 400;
    private static final int NOT_TELEGRAM = 401;
    private static final int LATER = 503;

    private final byte[] secret;
    private final Intake intake;

    TelegramWebhook(String secret, Intake intake) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.intake = intake;
    }

    /**
     * Takes one update.
     *
     * @param header what stands under {@link #SECRET_HEADER}; null if nothing
     * @param body the update as JSON
     * @return the HTTP status to answer with. 200 once the update is kept; after any other Telegram sends it again
     */
    public int handle(@Nullable String header, String body) {
        byte[] given = header == null ? new byte[0] : header.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(secret, given)) {
            return NOT_TELEGRAM;
        }
        try {
            JsonNode number = MAPPER.readTree(body).path("update_id");
            if (!number.isIntegralNumber()) {
                return NOT_UNDERSTOOD;
            }
            intake.take(List.of(new Inbox.Update(number.asLong(), body)));
            return TAKEN;
        } catch (JsonProcessingException e) {
            return NOT_UNDERSTOOD;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LATER;
        } catch (RuntimeException e) {
            LOG.error("Telegram: an update can't be stored; Telegram sends it again", e);
            return LATER;
        }
    }
}
