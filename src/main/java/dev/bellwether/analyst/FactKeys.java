package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Article;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of facts: what statements of the same thing have in common, and the key of each fact. */
final class FactKeys {
    private static final int BYTES = 12;

    private FactKeys() {}

    /** What all statements of one call share: whose it is and where the target is now, or what else was done. */
    static String identity(String symbol, AnalystCall call, Firms firms) {
        return identity("call", symbol, by(call, firms), call.kind().label(), what(call));
    }

    private static String by(AnalystCall call, Firms firms) {
        if (call.firm() != null) {
            return firms.key(call.firm());
        }
        return call.analyst() == null ? "" : "by " + String.join("", Names.words(call.analyst()));
    }

    /** With a number the action does not count: some outlets print "raises to", others just "at". */
    private static String what(AnalystCall call) {
        if (call.action() == AnalystCall.Action.DROP) {
            return "drop";
        }
        if (call.newTarget() != null) {
            return number(call.newTarget());
        }
        String rating = call.rating() == null ? "" : call.rating().strip().toLowerCase(Locale.ROOT);
        return call.action().label() + " "
                + (call.stance() == null ? rating : call.stance().name());
    }

    /** The same text for 225, 225.0 and 225.00. */
    static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** A hash of the parts, 24 hexadecimal digits. */
    static String identity(String... parts) {
        return HexFormat.of().formatHex(sha256(String.join("\n", parts)), 0, BYTES);
    }

    /**
     * The key of a fact that was first read in an article, such as {@code call:BABA:1f0c…}. Reading the same article again
     * gives the same key.
     *
     * @param details what tells apart two facts of one identity that contradict each other
     */
    static String key(String kind, String symbol, String identity, Article article, String... details) {
        String all = identity(details);
        return kind + ":" + symbol + ":" + identity(identity, article.feed(), article.key(), all);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
