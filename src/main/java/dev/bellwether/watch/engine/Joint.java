package dev.bellwether.watch.engine;

import java.util.Arrays;

/** A condition made of others. It keeps its truth and looks at its parts only when one of them has changed. */
final class Joint extends Node {
    static final Joint[] NO_JOINTS = {};

    /** How the parts make the truth. */
    enum Kind {
        ALL,
        ANY,
        NOT
    }

    final Kind kind;
    final Node[] parts;

    /** One more than the highest rank among its parts, so that parts can be looked at first. */
    final int rank;

    Joint(Side side, Kind kind, Node[] parts) {
        super(side);
        this.kind = kind;
        this.parts = parts;
        int highest = 0;
        for (Node part : parts) {
            highest = Math.max(highest, part instanceof Joint joint ? joint.rank : 0);
        }
        this.rank = highest + 1;
        look();
    }

    /** Takes truth and happening from the parts. */
    void look() {
        byte all = TRUE;
        byte any = FALSE;
        boolean event = false;
        for (Node part : parts) {
            all = part.truth < all ? part.truth : all;
            any = part.truth > any ? part.truth : any;
            event |= part.happened;
        }
        truth = switch (kind) {
            case ALL -> all;
            case ANY -> any;
            case NOT -> (byte) -all;
        };
        happened = event;
    }

    /** The same kind of the same parts in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Joint joint && joint.kind == kind && Arrays.equals(parts, joint.parts);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(parts);
    }
}
