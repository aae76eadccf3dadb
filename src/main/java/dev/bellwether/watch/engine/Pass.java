package dev.bellwether.watch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one observation changes: first leaves, then what is made of them, parts before wholes, then the rules that fire. After that the
 * events are over and nothing stays marked.
 */
final class Pass {
    private final List<Node> touched = new ArrayList<>();
    private final List<Joint> joints = new ArrayList<>();
    private boolean silent;
    private boolean stirred;

    /** @param silent whether it is where a number of the listing starts from: nothing can have become true by it */
    void begin(boolean silent) {
        this.silent = silent;
        this.stirred = silent;
    }

    /** The same, for what comes next. */
    void silence(boolean now) {
        silent = now;
    }

    boolean silent() {
        return silent;
    }

    boolean stirred() {
        return stirred;
    }

    /** Something changed that a new engine has to know although no truth did. */
    void stir() {
        stirred = true;
    }

    void become(Leaf leaf, byte truth) {
        if (leaf.truth != truth) {
            mark(leaf);
            leaf.truth = truth;
            stirred = true;
        }
    }

    void happen(Leaf leaf) {
        stirred = true;
        if (!silent) {
            mark(leaf);
            leaf.truth = Node.TRUE;
            leaf.happened = true;
        }
    }

    private void mark(Node node) {
        if (!node.marked) {
            node.marked = true;
            node.happened = false;
            node.before = node.truth;
            touched.add(node);
        }
    }

    /** Works out what follows. The ids of the rules that fire, rising. */
    long[] settle() {
        if (touched.isEmpty()) {
            return new long[0];
        }
        for (int i = 0; i < touched.size(); i++) {
            Node node = touched.get(i);
            for (int p = 0; p < node.parentCount(); p++) {
                mark(node.parent(p));
            }
            if (node instanceof Joint joint) {
                joints.add(joint);
            }
        }
        joints.sort(Comparator.comparingInt(joint -> joint.rank));
        joints.forEach(Joint::look);
        long[] fired = fired();
        end();
        return fired;
    }

    private long[] fired() {
        int count = 0;
        for (Node node : touched) {
            Ids rules = fires(node) ? node.rules() : null;
            count += rules == null ? 0 : rules.size();
        }
        long[] ids = new long[count];
        int at = 0;
        for (Node node : touched) {
            Ids rules = fires(node) ? node.rules() : null;
            at = rules == null ? at : rules.copyTo(ids, at);
        }
        Arrays.sort(ids);
        return ids;
    }

    private boolean fires(Node node) {
        return node.truth == Node.TRUE && (node.happened || (node.before != Node.TRUE && !silent));
    }

    private void end() {
        for (Node node : touched) {
            node.marked = false;
            if (node instanceof Leaf leaf && leaf.happened) {
                leaf.happened = false;
                leaf.truth = Node.FALSE;
            }
        }
        joints.forEach(Joint::look);
        joints.clear();
        touched.clear();
    }
}
