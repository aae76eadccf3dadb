package dev.bellwether.watch.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A condition for one listing and basis, shared by all rules that have it and by all conditions that it is a part of. Its fields belong to
 * {@link Pass}.
 */
abstract sealed class Node permits Leaf, Joint {
    static final Node[] NONE = {};

    /** The values of {@link #truth}: Kleene's {@code and} is the least of them, his {@code or} the greatest. */
    static final byte FALSE = -1;

    static final byte UNKNOWN = 0;
    static final byte TRUE = 1;

    final Side side;
    byte truth = UNKNOWN;

    /** The truth before the observation that is gone through now. */
    byte before;

    /** Whether it stands among what the observation touched. */
    boolean marked;

    /** Whether an event in it happened just now. */
    boolean happened;

    private int parentCount;
    private Joint[] parents = Joint.NO_JOINTS;
    private @Nullable Ids rules;

    Node(Side side) {
        this.side = side;
    }

    static byte of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    void arm(long rule) {
        if (rules == null) {
            rules = new Ids();
        }
        rules.add(rule);
    }

    void disarm(long rule) {
        if (rules == null) {
            throw new IllegalStateException("rule " + rule + " is not armed here");
        }
        rules.remove(rule);
        if (rules.isEmpty()) {
            rules = null;
        }
    }

    /** The rules that have just this condition; null if it is only a part of others. */
    @Nullable
    Ids rules() {
        return rules;
    }

    boolean unused() {
        return rules == null && parentCount == 0;
    }

    int parentCount() {
        return parentCount;
    }

    Joint parent(int index) {
        return parents[index];
    }

    void addParent(Joint parent) {
        if (parentCount == parents.length) {
            parents = Arrays.copyOf(parents, parentCount + (parentCount >> 1) + 1);
        }
        parents[parentCount++] = parent;
    }

    @SuppressWarnings("ReferenceEquality") // two joints may be equal for a moment, while one of them is being made
    void removeParent(Joint parent) {
        int found = parentCount - 1;
        while (parents[found] != parent) {
            found--;
        }
        System.arraycopy(parents, found + 1, parents, found, parentCount - found - 1);
        parentCount--;
        parents = parentCount == 0 ? Joint.NO_JOINTS : parents;
        if (parentCount > 0) {
            Arrays.fill(parents, parentCount, parents.length, parents[0]);
        }
    }
}
