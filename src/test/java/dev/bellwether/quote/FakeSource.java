package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A price source that answers what a test tells it to, and writes down what it was asked. */
final class FakeSource implements PriceSource {
    /** A question for bars. */
    record Asked(String listing, LocalDate from, LocalDate to, Instant now) {}

    private final String name;
    private final List<Asked> histories = new CopyOnWriteArrayList<>();
    private final List<Instant> ticks = new CopyOnWriteArrayList<>();
    private volatile List<Bar> bars = List.of();
    private volatile double price = Double.NaN;
    private volatile Priced.@Nullable Cause failure;
    private volatile @Nullable Duration retryAfter;
    private volatile @Nullable CountDownLatch gate;
    private volatile boolean sample;
    private volatile boolean broken;

    FakeSource(String name) {
        this.name = name;
    }

    FakeSource bars(List<Bar> given) {
        this.bars = given;
        return this;
    }

    FakeSource price(double given) {
        this.price = given;
        return this;
    }

    FakeSource sample() {
        this.sample = true;
        return this;
    }

    FakeSource failing(Priced.Cause cause, @Nullable Duration wait) {
        this.failure = cause;
        this.retryAfter = wait;
        return this;
    }

    FakeSource well() {
        this.failure = null;
        return this;
    }

    FakeSource throwing() {
        this.broken = true;
        return this;
    }

    /** Lets questions wait until the gate opens. */
    FakeSource behind(CountDownLatch closed) {
        this.gate = closed;
        return this;
    }

    List<Asked> histories() {
        return histories;
    }

    List<Instant> ticks() {
        return ticks;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        histories.add(new Asked(listing.symbol(), from, to, now));
        pass();
        Origin origin = new Origin(name, name, listing, null, sample);
        Priced.Cause cause = failure;
        return cause == null
                ? origin.history(bars, from, to, origin.closedAt(now), List.of())
                : new Priced.Unavailable<>(name, cause, name + " fails on " + listing.symbol() + ".", retryAfter);
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        ticks.add(now);
        pass();
        Origin origin = new Origin(name, name, listing, null, sample);
        Priced.Cause cause = failure;
        if (cause != null) {
            return new Priced.Unavailable<>(name, cause, name + " fails on " + listing.symbol() + ".", retryAfter);
        }
        return Double.isNaN(price)
                ? origin.no(
                        Priced.Cause.NOT_OFFERED, Line.of(name + " has no latest price of " + listing.symbol() + "."))
                : new Priced.Found<>(origin.tick(price, now, Duration.ZERO));
    }

    @Override
    public Provenance closing(Listing listing, Instant close) {
        return new Origin(name, name, listing, null, sample).provenance(close, Duration.ZERO);
    }

    private void pass() {
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        CountDownLatch closed = gate;
        if (closed != null) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
