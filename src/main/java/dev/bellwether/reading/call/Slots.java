package dev.bellwether.reading.call;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a name stands decides what it is: "Jefferies analyst …", "at Jefferies", "Jefferies raises …" are firms; "target on X", "X's
 * target", "upgraded X" are companies. Each place has a weight; what the lexicon knows of the name adds to it.
 */
final class Slots {
    /** A name weighs at least this to be taken for a firm. */
    static final int FIRM = 5;

    /** A name weighs at least this to be taken for a company. */
    static final int COMPANY = 3;

    private static final Set<String> AUXILIARIES = Words.of("auxiliaries");
    private static final Set<String> SAYING = Words.of("saying");

    private static final Set<String> VIEWS = Words.of("views");

    private final List<Chunk> chunks;

    Slots(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    private @Nullable Chunk get(int at) {
        return at >= 0 && at < chunks.size() ? chunks.get(at) : null;
    }

    private boolean is(int at, Tag tag) {
        Chunk chunk = get(at);
        return chunk != null && chunk.is(tag);
    }

    private boolean is(int at, Tag tag, String... codes) {
        Chunk chunk = get(at);
        return chunk != null && chunk.is(tag) && List.of(codes).contains(chunk.code());
    }

    /** How much speaks for the name at this place being the firm. */
    int firm(int at) {
        Chunk chunk = chunks.get(at);
        Name name = chunk.name();
        if (name == null
                || name.is(Name.Kind.RELAY)
                || name.is(Name.Kind.NEITHER)
                || name.is(Name.Kind.TICKER)
                || name.symbol() != null) {
            return -9;
        }
        int kind =
                name.is(Name.Kind.FIRM) ? 4 : name.is(Name.Kind.FIRM_SHAPED) ? 2 : name.is(Name.Kind.COMPANY) ? -4 : 0;
        int ticker = name.ticker() != null ? -6 : 0;
        return kind + ticker + place(at, name);
    }

    private int place(int at, Name name) {
        boolean known = name.is(Name.Kind.FIRM) || name.is(Name.Kind.FIRM_SHAPED);
        if (person(at)) {
            return -8;
        }
        if (is(at + 1, Tag.ANALYST) || is(at + 1, Tag.FIRM_AGAIN)) {
            return is(at - 1, Tag.PREPOSITION, "on", "for") ? 0 : known ? 6 : 5;
        }
        if (name.owner() && known && analystFollows(at)) {
            return 6;
        }
        if (is(at - 1, Tag.PREPOSITION, "at", "by", "from", "via")
                || (is(at - 1, Tag.WORD, "the") && is(at - 2, Tag.PREPOSITION, "at", "by", "from"))) {
            return analystBefore(at)
                            || (is(at - 1, Tag.PREPOSITION, "at", "by")
                                    && (known || !chunks.get(at - 1).code().equals("at") || verbBefore(at)))
                    ? 5
                    : known ? 3 : 1;
        }
        if (is(at - 1, Tag.PREPOSITION, "of") && is(at - 2, Tag.NAME) && person(at - 2)) {
            return 6;
        }
        if (name.owner() && known && targetFollows(at)) {
            return 3;
        }
        if (objectOf(at)) {
            return known ? -2 : -3;
        }
        if (is(at - 1, Tag.COLON) && is(at - 2, Tag.WORD, "brokerage", "broker", "firm")) {
            return 5;
        }
        if (subject(at)) {
            return !known && name.ticker() == null && acting(at) ? 5 : 4;
        }
        if (is(at - 1, Tag.COLON) && at >= chunks.size() - 2 && known) {
            return 3;
        }
        if (is(at - 1, Tag.COLON) && at >= chunks.size() - 2) {
            return 5;
        }
        if (is(at - 1, Tag.WORD, "firm", "broker", "brokerage") || is(at - 1, Tag.FIRM_AGAIN)) {
            return 5;
        }
        if (name.owner() && known) {
            return 2;
        }
        return known ? 1 : 0;
    }

    /** "On X", "for X", "upgrades X": what is done to, not who does it. */
    private boolean objectOf(int at) {
        int before = at - 1;
        while (is(before, Tag.WORD, "the")) {
            before--;
        }
        if (is(before, Tag.PREPOSITION, "on", "for", "of", "in")) {
            return true;
        }
        return is(before, Tag.VERB) && !is(at + 1, Tag.ANALYST) && subjectBefore(before);
    }

    /** "Acme Bank's new Tesla analyst". */
    private boolean analystFollows(int at) {
        for (int i = at + 1; i < Math.min(chunks.size(), at + 5); i++) {
            if (is(i, Tag.ANALYST)) {
                return true;
            }
            if (!is(i, Tag.NAME) && !is(i, Tag.WORD)) {
                return false;
            }
        }
        return false;
    }

    private boolean targetFollows(int at) {
        for (int i = at + 1; i < Math.min(chunks.size(), at + 5); i++) {
            if (is(i, Tag.TARGET)) {
                return onlyBetween(at + 1, i);
            }
        }
        return false;
    }

    private boolean subjectBefore(int verb) {
        Chunk chunk = chunks.get(verb);
        return chunk.verb() != null && !is(verb - 1, Tag.STOCK) && !is(verb - 1, Tag.TARGET);
    }

    /** Whether a verb that acts on targets or ratings follows, perhaps behind "has also" or a bracket. */
    boolean subject(int at) {
        int next = at + 1;
        int steps = 0;
        while (steps++ < 5
                && get(next) != null
                && ((is(next, Tag.WORD) && AUXILIARIES.contains(chunks.get(next).code()))
                        || is(next, Tag.OPEN)
                        || is(next, Tag.CLOSE)
                        || (is(next, Tag.AND) && is(next + 1, Tag.NAME) && next++ > 0))) {
            next++;
        }
        Chunk verb = get(next);
        return verb != null && (verb.is(Tag.VERB) || (verb.is(Tag.WORD) && SAYING.contains(verb.code())));
    }

    /** Whether the name is the subject of a verb in the active voice: "Acme upgraded Globex", not "Globex upgraded to Buy". */
    private boolean acting(int at) {
        int verb = at + 1;
        while (verb < at + 4 && is(verb, Tag.WORD) && !is(verb, Tag.WORD, "is")) {
            verb++;
        }
        Chunk object = get(verb + 1);
        boolean rating = is(verb, Tag.VERB, "UPGRADE", "DOWNGRADE", "INITIATE", "KEEP", "RAISE", "CUT");
        return rating
                && object != null
                && (object.is(Tag.NAME) || object.is(Tag.COVERAGE) || object.is(Tag.POSSESSIVE));
    }

    private boolean verbBefore(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 14); i--) {
            if (is(i, Tag.VERB) || is(i, Tag.TARGET) || is(i, Tag.RATING)) {
                return true;
            }
        }
        return false;
    }

    private boolean analystBefore(int at) {
        for (int i = at - 2; i >= Math.max(0, at - 4); i--) {
            if (is(i, Tag.ANALYST) || is(i, Tag.FIRM_AGAIN) || (is(i, Tag.NAME) && person(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name is a person's: two or three words right behind or before "analyst", or before "of" and a firm. */
    boolean person(int at) {
        Chunk chunk = get(at);
        Name name = chunk == null ? null : chunk.name();
        if (chunk == null
                || name == null
                || !name.is(Name.Kind.UNKNOWN)
                || name.ticker() != null
                || name.symbol() != null) {
            return false;
        }
        int words = chunk.text().split(" ", -1).length;
        if (words < 2 || words > 4) {
            return false;
        }
        boolean behind = is(at - 1, Tag.ANALYST, "one") || is(at - 1, Tag.FIRM_AGAIN);
        boolean before = is(at + 1, Tag.PREPOSITION, "of", "at", "from", "with") && firmName(at + 2);
        boolean title = is(at + 1, Tag.COMMA) && (is(at + 2, Tag.ANALYST, "one") || is(at + 3, Tag.ANALYST, "one"));
        boolean owned =
                is(at - 1, Tag.NAME) && firmName(at - 1) && chunks.get(at - 1).owner() && subject(at);
        return behind || before || title || owned;
    }

    private boolean firmName(int at) {
        Chunk chunk = get(at);
        return chunk != null
                && (chunk.isName(Name.Kind.FIRM) || chunk.isName(Name.Kind.FIRM_SHAPED))
                && !chunk.hasTicker();
    }

    /** How much speaks for the name at this place being the company, for a target at the given chunk. */
    int company(int at, int target, boolean firmKnown) {
        Chunk chunk = chunks.get(at);
        Name name = chunk.name();
        if (name == null || name.is(Name.Kind.RELAY) || name.is(Name.Kind.NEITHER) || person(at)) {
            return -9;
        }
        int kind = name.is(Name.Kind.FIRM)
                ? (firmKnown ? -1 : -3)
                : name.is(Name.Kind.COMPANY) ? 4 : name.is(Name.Kind.FIRM_SHAPED) ? -1 : 0;
        int ticker = name.ticker() != null ? 5 : 0;
        return kind + ticker + objectPlace(at, target);
    }

    private int objectPlace(int at, int target) {
        if (is(at - 1, Tag.PREPOSITION, "by", "at", "from")) {
            return -4;
        }
        int toTarget = target - at;
        if (toTarget > 0 && toTarget <= 4 && onlyBetween(at + 1, target)) {
            return 6;
        }
        boolean article = is(at - 1, Tag.WORD, "the");
        if (is(article ? at - 2 : at - 1, Tag.PREPOSITION, "on", "for")) {
            return judged(article ? at - 3 : at - 2) ? 4 : 2;
        }
        if (is(at - 1, Tag.PREPOSITION, "of")
                && (is(at - 2, Tag.STOCK) || is(at - 2, Tag.COVERAGE) || is(at - 2, Tag.TARGET))) {
            return 4;
        }
        if (is(at - 1, Tag.PREPOSITION, "in")
                && (is(at - 2, Tag.WORD, "upside", "potential") || is(at - 2, Tag.STOCK))) {
            return 3;
        }
        if (is(at - 1, Tag.PREPOSITION, "to") && is(at - 2, Tag.MONEY)) {
            return 4;
        }
        if (is(at - 1, Tag.VERB, "UPGRADE", "DOWNGRADE", "INITIATE")) {
            return 5;
        }
        if (is(at - 1, Tag.VERB) || is(at - 1, Tag.PREPOSITION, "of")) {
            return 3;
        }
        if (is(at + 1, Tag.STOCK)) {
            return 3;
        }
        if (is(at + 1, Tag.COLON)) {
            return 4;
        }
        if (is(at + 1, Tag.VERB) || chunks.get(at).owner()) {
            return 3;
        }
        if (is(at + 1, Tag.ANALYST)) {
            return -4;
        }
        return is(at - 1, Tag.RATING) || at == 0 || codeLike(at) ? 3 : 1;
    }

    /** Two to five capitals in running text: a ticker without brackets. */
    private boolean codeLike(int at) {
        String text = chunks.get(at).text();
        return text.length() >= 2 && text.length() <= 5 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Whether "on" or "for" behind this leads to the company: a target, a rating, a verb, but not "demand for". */
    private boolean judged(int at) {
        Chunk chunk = get(at);
        return chunk == null || !chunk.is(Tag.WORD) || VIEWS.contains(chunk.code());
    }

    private boolean onlyBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean light = is(i, Tag.STOCK)
                    || is(i, Tag.AVERAGE)
                    || is(i, Tag.ANALYST)
                    || is(i, Tag.WORD)
                    || is(i, Tag.NUMBER)
                    || is(i, Tag.DASH)
                    || is(i, Tag.MONEY);
            if (!light) {
                return false;
            }
        }
        return true;
    }
}
