package dev.bellwether.news.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what an article is about: the name before the first ticker in brackets, else the first name that headline and text
 * share. The houses of analysts are never the subject of their calls.
 */
final class Subject {
    /** The longest name of a company that is looked for, in words. */
    private static final int LONGEST = 4;

    private static final Set<String> EXCHANGES = Set.of(
            "NASDAQ",
            "Nasdaq",
            "NasdaqGS",
            "NYSE",
            "NYSEARCA",
            "HKEX",
            "SEHK",
            "HKG",
            "LSE",
            "LON",
            "AMS",
            "ETR",
            "EPA",
            "OTC",
            "TSX",
            "TSE",
            "ASX",
            "HK",
            "US");

    private final List<Word> words;
    private final Names names;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> tickers = new HashSet<>();

    Subject(List<Word> words, Names names, List<Brokers.Mention> firms) {
        this.words = words;
        this.names = names;
        firms.forEach(firm -> {
            for (int i = firm.from(); i < firm.to(); i++) {
                taken.add(i);
            }
        });
        int ticker = bracketed();
        addRun(ticker > 0 ? runBefore(ticker) : firstRun());
    }

    /** The stems of its name and tickers; empty if it was not found. */
    Set<String> stems() {
        return stems;
    }

    /** Tickers printed in brackets in the first sentence that has any. */
    Set<String> tickers() {
        return tickers;
    }

    /** The place of the first ticker in brackets, -1 if there is none. */
    private int bracketed() {
        int first = -1;
        for (int i = 1; i < words.size(); i++) {
            if (isTicker(i)
                    && (first < 0 || words.get(first).sentence() == words.get(i).sentence())) {
                first = first < 0 ? i : first;
                tickers.add(words.get(i).text());
                stems.add(words.get(i).stem());
            }
        }
        return first;
    }

    private boolean isTicker(int at) {
        Word word = words.get(at);
        return word.opened() && !isExchange(at) && (word.allCapitals() || isExchange(at - 1));
    }

    private boolean isExchange(int at) {
        return EXCHANGES.contains(words.get(at).text());
    }

    private int runBefore(int ticker) {
        int end = ticker - 1;
        while (end > 0 && (isExchange(end) || Commonness.isStop(words.get(end).stem()))) {
            end--;
        }
        int start = end;
        while (start > 0 && names.isName(words.get(start - 1)) && sameSentence(start - 1, end)) {
            start--;
        }
        return start;
    }

    private int firstRun() {
        Set<String> text = new HashSet<>();
        words.stream().filter(word -> !word.inTitle()).forEach(word -> text.add(word.stem()));
        int first = -1;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (names.isName(word) && !taken.contains(i)) {
                if (text.isEmpty() || text.contains(word.stem())) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    private void addRun(int start) {
        for (int i = start; i >= 0 && i < Math.min(words.size(), start + LONGEST); i++) {
            boolean named = i == start || names.isName(words.get(i));
            if (!named || !sameSentence(i, start) || taken.contains(i)) {
                return;
            }
            stems.add(words.get(i).stem());
        }
    }

    private boolean sameSentence(int a, int b) {
        return words.get(a).sentence() == words.get(b).sentence();
    }
}
