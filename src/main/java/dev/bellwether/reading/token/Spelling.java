package dev.bellwether.reading.token;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The word lists of the tokeniser: abbreviations, words that open sentences, exchanges, and what is no ticker. */
final class Spelling {
    private static final Set<String> ABBREVIATIONS = new HashSet<>();
    private static final Set<String> NAME_ENDS = new HashSet<>();
    private static final Set<String> OPENERS = Set.copyOf(Lines.of(Spelling.class, "openers.txt"));
    private static final Set<String> EXCHANGES = Set.copyOf(Lines.of(Spelling.class, "exchanges.txt"));
    private static final Set<String> NOT_TICKERS = Set.copyOf(Lines.of(Spelling.class, "not-tickers.txt"));
    /** Suffixes of Reuters, Yahoo and Moomoo codes. */
    private static final Set<String> SUFFIXES = List.of(
                    ("US HK L O N K P OQ DE F PA AS BR MI MC VI SW S ST OL CO HE WA T SS SZ KS KQ TW TWO SI BO NS AX AU TO V"
                                    + " CN NE SA MX JK KL BK NZ IR LS AT IS JO TA GB UK CA IN JP SG TYO LN GY FP")
                            .split(" ", -1))
            .stream()
            .collect(Collectors.toUnmodifiableSet());

    static {
        for (String line : Lines.of(Spelling.class, "abbreviations.txt")) {
            String word = line.replace("*", "").strip();
            ABBREVIATIONS.add(word);
            if (line.endsWith("*")) {
                NAME_ENDS.add(word);
            }
        }
    }

    private Spelling() {}

    /** Whether a word, in lower case and without its last dot, is written with one. */
    static boolean abbreviation(String lower) {
        return ABBREVIATIONS.contains(lower);
    }

    /** Whether an abbreviation ends names, so that a sentence may end with it. */
    static boolean endsNames(String lower) {
        return NAME_ENDS.contains(lower);
    }

    /** Whether a word, in lower case, begins sentences. */
    static boolean opensSentences(String lower) {
        return OPENERS.contains(lower);
    }

    /** Whether this is the name of an exchange, in any case. */
    static boolean exchange(String name) {
        return EXCHANGES.contains(name.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether this stands in brackets in capitals without being a ticker. */
    static boolean noTicker(String symbol) {
        return NOT_TICKERS.contains(symbol);
    }

    /** Whether price services put this behind a dot after a code. */
    static boolean suffix(String letters) {
        return SUFFIXES.contains(letters);
    }
}
