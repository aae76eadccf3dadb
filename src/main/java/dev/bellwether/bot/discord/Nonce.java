package dev.bellwether.bot.discord;

import dev.bellwether.talk.ChatId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The mark by which Discord knows a message again, so that sending it once more after a crash changes nothing. */
final class Nonce {
    /** 144 bits in 24 characters; Discord takes 25. */
    private static final int BYTES = 18;

    private Nonce() {}

    /** The same for the same part of the same card in the same chat, and for nothing else. */
    static String of(String key, ChatId chat, int part) {
        String whole = key + '\n' + chat.id() + '\n' + part;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
