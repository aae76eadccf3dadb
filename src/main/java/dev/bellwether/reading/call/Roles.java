package dev.bellwether.reading.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the firm, the analyst and the company among the names of a part of a sentence, by the weights of {@link Slots}. */
final class Roles {
    private final List<Chunk> chunks;
    private final Slots slots;

    Roles(List<Chunk> chunks) {
        this.chunks = chunks;
        this.slots = new Slots(chunks);
    }

    /** The chunk of the firm that a target at the given place is most likely from; -1 if there is none. */
    int firm(int from, int to, int target) {
        int best = -1;
        double most = Slots.FIRM - 0.01;
        for (int i = from; i < to; i++) {
            if (chunks.get(i).is(Tag.NAME)) {
                double weight = slots.firm(i) - Math.abs(i - target) * 0.05;
                if (slots.firm(i) >= Slots.FIRM && (best < 0 || weight > most)) {
                    best = i;
                    most = weight;
                }
            }
        }
        return best;
    }

    /** The chunk of the company; -1 if there is none. The firm is none. */
    int company(int from, int to, int target, int firm) {
        return company(from, to, target, firm, Slots.COMPANY);
    }

    /** As above, for names that weigh at least so much. */
    int company(int from, int to, int target, int firm, int least) {
        int other = firm < 0 ? -1 : joined(firm);
        int best = -1;
        double most = 0;
        for (int i = from; i < to; i++) {
            if (i != firm && i != other && chunks.get(i).is(Tag.NAME)) {
                int weight = slots.company(i, target, firm >= 0);
                double near = weight - Math.abs(i - target) * 0.05;
                boolean rival = slots.firm(i) >= Slots.FIRM + 2;
                if (weight >= least && !rival && (best < 0 || near > most)) {
                    best = i;
                    most = near;
                }
            }
        }
        return best;
    }

    /** Another firm that "and" joins to this one; -1 if there is none. */
    int joined(int firm) {
        for (int step : new int[] {-2, 2}) {
            int other = firm + step;
            boolean inside = other >= 0 && other < chunks.size();
            if (inside
                    && chunks.get(firm + step / 2).is(Tag.AND)
                    && chunks.get(other).is(Tag.NAME)
                    && slots.firm(other) >= Slots.FIRM) {
                return other;
            }
        }
        return -1;
    }

    /** How surely the name at this place is a company, whatever the target. */
    int companyWeight(int at) {
        return slots.company(at, -1, false);
    }

    /** The name of the analyst who speaks for the firm at a place; null if none is named near it. */
    @Nullable
    String analyst(int firm, int from, int to) {
        for (int i = Math.max(from, firm - 4); i < Math.min(to, firm + 5); i++) {
            if (i != firm && chunks.get(i).is(Tag.NAME) && slots.person(i)) {
                return chunks.get(i).text();
            }
        }
        return null;
    }

    /** Any person named as an analyst in a part; null if there is none. */
    @Nullable
    String person(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chunks.get(i).is(Tag.NAME) && slots.person(i)) {
                return chunks.get(i).text();
            }
        }
        return null;
    }
}
