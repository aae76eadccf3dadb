package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of whom a claim is made. In the sentence of the claim the plainest name before the number counts, a market only if it stands
 * between the number and the one before it; then a name behind it; then the plainest name of the sentences before, and of the title.
 */
final class Subjects {
    private static final int PLAIN = 2;
    private static final int CERTAIN = 4;
    private static final int RECENT = 12;
    private static final int NEAR = 30;

    private @Nullable Mention main;

    /**
     * With the mentions of the title and of each sentence: where no sentence before a claim names anybody plainly, the title does,
     * else whoever is named most in the whole text.
     */
    Subjects(List<Mention> title, List<List<Mention>> sentences) {
        Mention titled = best(title);
        this.main = titled == null ? mostNamed(sentences) : titled;
    }

    /** Remembers of whom a sentence spoke, for those after it. */
    void endSentence(List<Mention> mentions) {
        Mention best = best(mentions);
        if (best != null && best.weight() >= CERTAIN) {
            main = best;
        }
    }

    private static @Nullable Mention mostNamed(List<List<Mention>> sentences) {
        Map<String, Integer> weights = new HashMap<>();
        Mention most = null;
        int heaviest = 0;
        for (List<Mention> mentions : sentences) {
            for (Mention mention : mentions) {
                if (!mention.market() && mention.weight() >= 0) {
                    int weight = weights.merge(mention.first(), mention.weight() + 1, Integer::sum);
                    most = weight > heaviest ? mention : most;
                    heaviest = Math.max(weight, heaviest);
                }
            }
        }
        return most;
    }

    private static @Nullable Mention best(List<Mention> mentions) {
        Mention best = null;
        for (Mention mention : mentions.subList(0, Math.min(RECENT, mentions.size()))) {
            best = !mention.market() && (best == null || mention.weight() > best.weight()) ? mention : best;
        }
        return best;
    }

    /**
     * The subject of a number in the sentence added last; null if none is known.
     *
     * @param before token of the number read before it, -1 if none
     * @param at token of the number
     * @param next token of the number after it
     */
    @Nullable
    Mention of(Steps steps, List<Mention> mentions, int before, int at, int next) {
        List<Mention> near = near(mentions, at);
        Mention market = market(steps, near, before, at, next);
        if (market != null) {
            return market;
        }
        Mention latest = plainest(near, before + 1, at);
        if (latest != null && latest.weight() >= CERTAIN) {
            return latest;
        }
        Mention left = plainest(near, 0, at);
        if (left != null && left.weight() > 0) {
            return left;
        }
        Mention right = plainest(near, at, Integer.MAX_VALUE);
        if (right != null && right.weight() >= PLAIN) {
            return right;
        }
        return main == null && left != null && left.weight() >= 0 ? left : main;
    }

    /** The mentions around a number, so that a very long sentence takes no longer for each of its numbers. */
    private static List<Mention> near(List<Mention> mentions, int at) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (mentions.get(middle).from() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return mentions.subList(Math.max(0, low - NEAR), Math.min(mentions.size(), low + NEAR));
    }

    /** A market that stands as subject between two numbers, or behind "in" or "of" right after this one. */
    private static @Nullable Mention market(Steps steps, List<Mention> mentions, int before, int at, int next) {
        Mention found = null;
        for (Mention mention : mentions) {
            boolean between = mention.from() > before && mention.to() <= at;
            boolean behind =
                    mention.from() > at && mention.from() < next && mention.from() - at <= 6 && of(steps, at, mention);
            if (mention.market() && (between || behind)) {
                found = mention;
            } else if (between && mention.weight() > 0 && found != null && mention.from() >= found.to()) {
                found = null;
            }
        }
        return found;
    }

    private static boolean of(Steps steps, int at, Mention mention) {
        List<Token> tokens = steps.tokens();
        for (int place = at + 1; place < mention.from(); place++) {
            if (!(tokens.get(place) instanceof Word)) {
                return false;
            }
            String word = tokens.get(place).text();
            if (word.equals("in") || word.equals("of") || word.equals("by") || word.equals("for")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Mention plainest(List<Mention> mentions, int from, int to) {
        Mention best = null;
        for (Mention mention : mentions) {
            boolean inside = mention.from() >= from && mention.to() <= to && !mention.market();
            if (inside && (best == null || mention.weight() >= best.weight())) {
                best = mention;
            }
        }
        return best;
    }
}
