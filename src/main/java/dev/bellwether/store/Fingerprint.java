package dev.bellwether.store;

import dev.bellwether.fact.Article;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for an article that is as unique as its feed and key together, however long those are. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 over feed and key as they are kept, in 64 lower-case hexadecimal digits. */
    static String of(Article article) {
        // NUL can't occur in either part any more, so no two pairs run together to the same text.
        String whole = Bindings.clean(article.feed()) + '\0' + Bindings.clean(article.key());
        return HexFormat.of().formatHex(sha256().digest(whole.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
