package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been passed on the way from the noun to its amount. */
final class Walk {
    /** Words that may stand between a target and its amount. */
    private static final Set<String> LEADING = Words.of("between target and amount");

    private static final Set<String> STOPPING = Words.of("stops");
    private static final Set<String> OLD = Words.of("old amount");

    private static final Set<String> BEING = Set.of("is", "was", "are", "were", "stands", "sits");

    /** The last word that may lead to an amount. */
    String lead = "";

    boolean old;
    boolean ranging;

    @Nullable
    Kind end;

    private final boolean one;
    private int unknown;
    private int namesPassed;
    private boolean analysts;
    private boolean relative;

    /** A walk for one target, or for several at once. */
    Walk(boolean one) {
        this.one = one;
    }

    /** Whether the walk goes on behind a chunk that is no amount. */
    boolean passes(Chunk chunk, List<Chunk> chunks, int at) {
        analysts |= chunk.is(Tag.ANALYST);
        if (relative) {
            relative = !chunk.is(Tag.WORD, "is");
            lead = "is";
            return true;
        }
        return switch (chunk.tag()) {
            case PREPOSITION -> preposition(chunk, at > 0 && chunks.get(at - 1).is(Tag.WORD, "up"));
            case WORD -> word(chunk, chunks, at);
            case AVERAGE -> {
                end = chunk.code().equals("CONSENSUS") ? end : Kind.valueOf(chunk.code());
                yield true;
            }
            case NAME -> ++namesPassed <= 5;
            case COLON -> {
                lead = ":";
                yield at + 1 < chunks.size() && !chunks.get(at + 1).is(Tag.NAME);
            }
            case VERB -> chunk.verb() != Verb.UPGRADE && chunk.verb() != Verb.DOWNGRADE;
            case COMMA, AND -> leadsOn(chunks, at);
            case PERCENT, OPEN, CLOSE, DASH, STOCK, POSSESSIVE, ARROW, ANALYST, NUMBER -> true;
            default -> false;
        };
    }

    private boolean preposition(Chunk chunk, boolean behindUp) {
        end = !one && behindUp && chunk.code().equals("to") ? Kind.HIGH : end;
        ranging |= chunk.code().equals("between");
        lead = chunk.code();
        return true;
    }

    private boolean word(Chunk chunk, List<Chunk> chunks, int at) {
        String word = chunk.code();
        ranging |= word.startsWith("rang");
        old |= OLD.contains(word) && !word.equals("was");
        lead = BEING.contains(word) ? "is" : lead;
        if (analysts && (word.equals("that") || word.equals("who"))) {
            return isAhead(chunks, at);
        }
        boolean known = LEADING.contains(word);
        unknown += known ? 0 : 1;
        return known || (!STOPPING.contains(word) && (unknown <= 2 || leadsOn(chunks, at)));
    }

    /** "Among brokers that have issued ratings in the last year is": the relative clause is skipped if "is" and money end it. */
    private boolean isAhead(List<Chunk> chunks, int at) {
        for (int i = at + 1; i + 1 < Math.min(chunks.size(), at + 16); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.WORD, "is") && chunks.get(i + 1).is(Tag.MONEY)) {
                relative = true;
                return true;
            }
            if (chunk.is(Tag.MONEY) || chunk.is(Tag.STRONG_STOP) || chunk.is(Tag.TARGET)) {
                return false;
            }
        }
        return false;
    }

    /** Behind a comma an amount is still meant for this target if "to" or "from" leads to it before anything else is said. */
    private static boolean leadsOn(List<Chunk> chunks, int comma) {
        for (int i = comma + 1; i < Math.min(chunks.size() - 1, comma + 7); i++) {
            Chunk chunk = chunks.get(i);
            boolean lead = chunk.is(Tag.PREPOSITION, "to") || chunk.is(Tag.PREPOSITION, "from");
            if (lead && (chunks.get(i + 1).is(Tag.MONEY) || chunks.get(i + 1).is(Tag.NUMBER))) {
                return true;
            }
            boolean quiet = chunk.is(Tag.WORD)
                    || chunk.is(Tag.NAME)
                    || (chunk.is(Tag.COMMA) && i < comma + 4)
                    || chunk.is(Tag.PREPOSITION)
                    || (chunk.is(Tag.VERB) && chunk.verb() != Verb.UPGRADE && chunk.verb() != Verb.DOWNGRADE);
            if (!quiet || chunk.is(Tag.PREPOSITION, "with")) {
                return false;
            }
        }
        return false;
    }
}
