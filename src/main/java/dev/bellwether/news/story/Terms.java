package dev.bellwether.news.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The most telling words and numbers of an article, as hashes in ascending order, with how much each tells and what it is. */
final class Terms {
    /** Stands in the headline. */
    static final byte TITLE = 1;

    /** A name. */
    static final byte NAME = 2;

    /** A number. */
    static final byte NUMBER = 4;

    /** Names what the article is about, which many other articles are about too. */
    static final byte SUBJECT = 8;

    /** Stands in the headline or the first sentence. */
    static final byte LEAD = 16;

    /** Names the house of an analyst. */
    static final byte FIRM = 32;

    /** A name for certain, not a word that a headline writes with a capital. */
    static final byte SURE = 64;

    /** So many are enough to know an article again. */
    private static final int MOST = 64;

    /** The headline says what an article is about, its end is background. */
    private static final double IN_TITLE = 1.4;

    private static final double FAR_DOWN = 0.6;

    private final long[] keys;
    private final float[] weights;
    private final byte[] marks;

    private Terms(List<Term> terms) {
        keys = terms.stream().mapToLong(term -> term.key).toArray();
        weights = new float[keys.length];
        marks = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            weights[i] = (float) terms.get(i).weight;
            marks[i] = terms.get(i).marks;
        }
    }

    private static final class Term {
        private final long key;
        private double weight;
        private byte marks;

        Term(long key) {
            this.key = key;
        }

        double weight() {
            return weight;
        }

        long key() {
            return key;
        }
    }

    static Terms of(List<Word> words, Names names, Set<String> subject, Set<String> firms, Commonness commonness) {
        Map<Long, Term> all = new HashMap<>();
        for (Word word : words) {
            if (word.kind() != Word.Kind.YEAR && !(word.isWord() && Commonness.isStop(word.stem()))) {
                Term term = all.computeIfAbsent(Hash.of(word.stem()), Term::new);
                double surprise = word.isNumber()
                        ? commonness.ofNumber(term.key, word.value(), word.unit())
                        : commonness.ofWord(term.key, word.stem(), names.isName(word));
                term.weight = Math.max(term.weight, surprise * place(word));
                term.marks |= marks(word, names, subject, firms);
            }
        }
        return new Terms(all.values().stream()
                .sorted(Comparator.comparingDouble(Term::weight).reversed().thenComparingLong(Term::key))
                .limit(MOST)
                .sorted(Comparator.comparingLong(Term::key))
                .toList());
    }

    private static double place(Word word) {
        return word.inTitle() ? IN_TITLE : word.sentence() <= 2 ? 1 : FAR_DOWN;
    }

    private static byte marks(Word word, Names names, Set<String> subject, Set<String> firms) {
        int marks = (word.inTitle() ? TITLE : 0) | (word.sentence() <= 1 ? LEAD : 0);
        if (word.isNumber()) {
            return (byte) (marks | NUMBER);
        }
        return (byte) (marks
                | (subject.contains(word.stem()) || names.isName(word) ? NAME : 0)
                | (subject.contains(word.stem()) ? SUBJECT : 0)
                | (firms.contains(word.stem()) ? FIRM : 0)
                | (names.isSure(word) ? SURE : 0));
    }

    int size() {
        return keys.length;
    }

    /** The hash of a term. */
    long key(int term) {
        return keys[term];
    }

    /** How much a term tells, at least 0. */
    double weight(int term) {
        return weights[term];
    }

    /** Whether a term has a mark. */
    boolean is(int term, byte mark) {
        return (marks[term] & mark) != 0;
    }

    /** Whether a term of the headline has a mark. */
    boolean anyInTitle(byte mark) {
        return IntStream.range(0, keys.length).anyMatch(term -> is(term, TITLE) && is(term, mark));
    }

    /** The places of the most telling terms, the most telling first. */
    int[] best(int most) {
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer term) -> -weight(term))
                        .thenComparing(term -> term))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
