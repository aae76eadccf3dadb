package dev.bellwether.reading.call;

import java.util.List;

/** Parts a sentence among its frames, at clause borders, so that each looks for its firm and company in its own part. */
final class Regions {
    private Regions() {}

    static void assign(List<Chunk> chunks, List<Frame> frames) {
        int from = 0;
        for (int k = 0; k < frames.size(); k++) {
            Frame frame = frames.get(k);
            frame.from = Math.min(from, frame.low);
            int next = k + 1;
            while (next < frames.size() && frames.get(next).low <= frame.high) {
                next++;
            }
            frame.to = next < frames.size() ? border(chunks, frame.high + 1, frames.get(next).low) : chunks.size();
            if (next == k + 1) {
                from = frame.to;
            }
        }
    }

    /** The border between two frames: the strongest stop, else the first comma or "and" before a name, else the first of any. */
    private static int border(List<Chunk> chunks, int from, int to) {
        int strong = -1;
        int named = -1;
        int any = -1;
        for (int i = from; i < to; i++) {
            Chunk chunk = chunks.get(i);
            boolean stop = chunk.is(Tag.STRONG_STOP) || chunk.is(Tag.CLAUSE);
            boolean joint = chunk.is(Tag.COMMA) || chunk.is(Tag.AND) || chunk.is(Tag.CLOSE);
            strong = strong < 0 && stop ? i : strong;
            named = named < 0 && joint && nameFollows(chunks, i + 1, to) ? i : named;
            any = any < 0 && joint ? i : any;
        }
        return strong >= 0 ? strong : named >= 0 ? named : any >= 0 ? any : from;
    }

    private static boolean nameFollows(List<Chunk> chunks, int at, int to) {
        int next = at;
        while (next < to && (chunks.get(next).is(Tag.AND) || chunks.get(next).is(Tag.WORD, "the"))) {
            next++;
        }
        return next <= to && next < chunks.size() && chunks.get(next).is(Tag.NAME);
    }
}
