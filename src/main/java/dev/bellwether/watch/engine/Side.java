package dev.bellwether.watch.engine;

import dev.bellwether.market.BarHistory;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conditions of one listing on one basis: which there are, and what is looked at when something becomes known. */
final class Side {
    /** A number that stands on its threshold this many closes came from nowhere. */
    private static final int LONGEST_TOUCH = 20;

    final Ticker ticker;
    final Tape tape;
    private final Rule.Basis basis;
    private final Map<Gauge, LevelBook> books = new HashMap<>();
    private final Map<Joint, Joint> joints = new HashMap<>();
    private final Map<Condition.Atom, Leaf> events = new HashMap<>();
    private final List<LevelBook> following = new ArrayList<>();

    Side(Ticker ticker, Rule.Basis basis, Tape tape) {
        this.ticker = ticker;
        this.basis = basis;
        this.tape = tape;
    }

    /** The condition, the same for all that have it. */
    Node intern(Condition condition, Pass pass) {
        tape.never();
        return switch (condition) {
            case Condition.All(var parts) -> joint(Joint.Kind.ALL, parts, pass);
            case Condition.Any(var parts) -> joint(Joint.Kind.ANY, parts, pass);
            case Condition.Not(Condition part) -> joint(Joint.Kind.NOT, List.of(part), pass);
            case Condition.Atom atom -> leaf(atom, pass);
        };
    }

    private Joint joint(Joint.Kind kind, List<Condition> conditions, Pass pass) {
        Node[] parts =
                conditions.stream().map(condition -> intern(condition, pass)).toArray(Node[]::new);
        Joint made = new Joint(this, kind, parts);
        Joint known = joints.putIfAbsent(made, made);
        if (known != null) {
            return known;
        }
        for (Node part : parts) {
            part.addParent(made);
        }
        return made;
    }

    private Leaf leaf(Condition.Atom atom, Pass pass) {
        Gauge gauge = gauge(atom);
        if (gauge == null) {
            return events.computeIfAbsent(atom, event -> new Leaf(this, event, null, 0, 0));
        }
        LevelBook book = books.computeIfAbsent(gauge, this::open);
        double low = Rebasing.low(atom);
        Leaf known = book.find(atom, low);
        if (known != null) {
            return known;
        }
        Leaf leaf = new Leaf(this, atom, book, low, Rebasing.high(atom));
        book.add(leaf, pass);
        return leaf;
    }

    private LevelBook open(Gauge gauge) {
        LevelBook book = new LevelBook(this, gauge);
        book.start(view(), rate(gauge), row(gauge));
        if (follows(gauge)) {
            following.add(book);
        }
        return book;
    }

    private boolean follows(Gauge gauge) {
        return basis == Rule.Basis.TICKS && gauge.follows();
    }

    private static @Nullable Gauge gauge(Condition.Atom atom) {
        return switch (atom) {
            case Condition.Compare(Quantity left, var _, Operand right) -> Gauge.of(left, right);
            case Condition.Crosses(Quantity left, Operand right, var _) -> Gauge.of(left, right);
            case Condition.Within(var _, Quantity left, Operand.Measured(Quantity right)) -> Gauge.percent(left, right);
            case Condition.Within(var _, Quantity left, Operand.Constant right) -> Gauge.of(left, right);
            case Condition.Closes(Direction direction, Operand level, int times) ->
                Gauge.closes(direction, level, times);
            case Condition.AverageCross _ ->
                Gauge.of(
                        Quantity.over(Quantity.Kind.SMA, 50),
                        new Operand.Measured(Quantity.over(Quantity.Kind.SMA, 200)));
            case Condition.EarningsIn _ -> Gauge.report();
            case Condition.NewExtreme _, Condition.Breakout _, Condition.TargetChanged _, Condition.News _ -> null;
        };
    }

    /** Forgets a condition that no rule has, and its parts unless others have them. */
    void release(Node node) {
        if (!node.unused()) {
            return;
        }
        tape.never();
        switch (node) {
            case Leaf leaf -> forget(leaf);
            case Joint joint -> {
                if (joints.remove(joint) != null) {
                    for (Node part : joint.parts) {
                        part.removeParent(joint);
                    }
                    for (Node part : joint.parts) {
                        release(part);
                    }
                }
            }
        }
    }

    private void forget(Leaf leaf) {
        LevelBook book = leaf.book;
        if (book == null) {
            events.remove(leaf.condition);
            return;
        }
        book.remove(leaf);
        if (book.isEmpty()) {
            books.remove(book.gauge);
            following.remove(book);
        }
    }

    /** What numbers are computed from now. */
    View view() {
        return view(ticker.parity());
    }

    private View view(double parity) {
        BarHistory bars = ticker.bars();
        return new View(bars.at(bars.size(), tape.day), tape.latest, parity, ticker.days());
    }

    /** What numbers were computed from at an earlier close. */
    private View view(int count) {
        BarHistory bars = ticker.bars();
        return new View(bars.at(count, bars.day(count - 1)), bars.close(count - 1), ticker.parity(), ticker.days());
    }

    double rate(Gauge gauge) {
        return gauge.currency() == null ? 1 : ticker.rate(gauge.currency());
    }

    /** For a gauge of several closes: what each of them was above the level, the latest first; NaN if it is not known. */
    private double[] row(Gauge gauge) {
        if (gauge.times() == 0) {
            return new double[0];
        }
        return row(gauge, ticker.bars().size());
    }

    private double[] row(Gauge gauge, int count) {
        double[] row = new double[gauge.times()];
        Quantity level = gauge.right();
        for (int i = 0; i < row.length; i++) {
            int upTo = count - i;
            if (upTo < 1) {
                row[i] = Double.NaN;
            } else {
                double close = ticker.bars().close(upTo - 1);
                row[i] =
                        level == null ? close / rate(gauge) : close - view(upTo).value(level);
            }
        }
        return row;
    }

    /** A price of the same day: what follows it is looked at. */
    void move(Pass pass) {
        for (LevelBook book : following) {
            book.move(book.at(tape.latest), pass);
        }
    }

    /** Something else became known: all numbers that have to do with it are taken anew. */
    void refresh(Predicate<Gauge> which, Pass pass) {
        View view = view();
        for (LevelBook book : books.values()) {
            if (which.test(book.gauge)) {
                book.refresh(view, rate(book.gauge), row(book.gauge), pass);
            }
        }
    }

    /** Looks whether the day's extremes went beyond those of the year before it. */
    void extremes(Pass pass) {
        Leaf newHigh = events.get(NEW_HIGH);
        double high = newHigh == null ? Double.NaN : view().bars().yearHigh();
        if (newHigh != null && tape.high > high && !(tape.highBefore > high)) {
            pass.happen(newHigh);
        }
        Leaf newLow = events.get(NEW_LOW);
        double low = newLow == null ? Double.NaN : view().bars().yearLow();
        if (newLow != null && tape.low < low && !(tape.lowBefore < low)) {
            pass.happen(newLow);
        }
    }

    static final Condition.Atom NEW_HIGH = new Condition.NewExtreme(true);
    static final Condition.Atom NEW_LOW = new Condition.NewExtreme(false);

    /** Narrows the prices by which nothing changes to those between two thresholds. */
    void narrow() {
        for (LevelBook book : following) {
            book.narrow(tape);
        }
        boolean toBeHigher = events.containsKey(NEW_HIGH);
        boolean toBeLower = events.containsKey(NEW_LOW);
        if (toBeHigher || toBeLower) {
            View view = view();
            double high = view.bars().yearHigh();
            if (toBeHigher && tape.high <= high) {
                tape.below(high);
            }
            double low = view.bars().yearLow();
            if (toBeLower && tape.low >= low) {
                tape.above(low);
            }
        }
    }

    /** An event happens for the conditions that are about it. */
    void happen(Predicate<Condition.Atom> which, Pass pass) {
        for (Leaf leaf : events.values()) {
            if (which.test(leaf.condition)) {
                pass.happen(leaf);
            }
        }
    }

    /**
     * From which side a number came to stand on its threshold: where it would be at the last other price or parity, or else was at the
     * last close that was not on it. So it follows from what a new engine is told, too.
     */
    byte cameFrom(LevelBook book, double threshold) {
        Gauge gauge = book.gauge;
        if (follows(gauge) && !Double.isNaN(tape.other)) {
            return LevelBook.sideOf(book.at(tape.other), threshold);
        }
        if (gauge.compares() && !Double.isNaN(ticker.otherParity())) {
            return LevelBook.sideOf(measure(gauge, view(ticker.otherParity())), threshold);
        }
        int size = ticker.bars().size();
        for (int count = size - 1; count > 0 && count >= size - LONGEST_TOUCH; count--) {
            double value = measure(gauge, view(count));
            if (Double.isNaN(value) || value != threshold) {
                return LevelBook.sideOf(value, threshold);
            }
        }
        return 0;
    }

    /** A gauge that something can cross, measured by itself. */
    double measure(Gauge gauge, View view) {
        Quantity right = gauge.right();
        return gauge.combine(view.value(gauge.left()), right == null ? 0 : view.value(right), rate(gauge));
    }

    /**
     * Changes all amounts of money to another scale.
     *
     * @param pricesToo whether the numbers known now are in the old one
     */
    void rebase(double factor, boolean pricesToo, Rebasing.Listener listener) {
        for (LevelBook book : books.values()) {
            book.rebase(factor, pricesToo, listener);
        }
    }
}
