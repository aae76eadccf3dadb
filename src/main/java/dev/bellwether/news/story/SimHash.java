package dev.bellwether.news.story;

import java.util.List;

/**
 * A fingerprint of 64 bits that stays nearly the same when a text does (Charikar 2002; for web pages Manku, Jain and Das
 * Sarma 2007). The features are shingles of three words. Two texts that differ in a word or two of many differ in few bits.
 */
final class SimHash {
    /** Texts that differ in at most this many bits are copies. Four bands of 16 bits find every such pair. */
    static final int NEAR = 3;

    static final int BANDS = 4;

    /** Fewer words than this are too few to be told apart by a fingerprint. */
    private static final int LEAST = 12;

    private static final int SHINGLE = 3;

    private SimHash() {}

    /** The fingerprint of the text's words; 0, which is like no other, if it has too few. */
    static long of(List<Word> words) {
        if (words.size() < LEAST) {
            return 0;
        }
        int[] votes = new int[Long.SIZE];
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            long shingle = 0;
            for (int j = i; j < i + SHINGLE; j++) {
                shingle = Hash.mix(shingle * 31 + Hash.of(words.get(j).stem()));
            }
            vote(votes, shingle);
        }
        return majority(votes);
    }

    private static void vote(int[] votes, long shingle) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            votes[bit] += ((shingle >>> bit) & 1) == 1 ? 1 : -1;
        }
    }

    private static long majority(int[] votes) {
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            hash |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return hash;
    }

    /** Bits numbered {@code 16 * band} to {@code 16 * band + 15}, marked with the band, as a key to look up. */
    static int band(long hash, int band) {
        return (band << 16) | (int) ((hash >>> (16 * band)) & 0xffff);
    }

    static boolean near(long a, long b) {
        return a != 0 && b != 0 && Long.bitCount(a ^ b) <= NEAR;
    }
}
