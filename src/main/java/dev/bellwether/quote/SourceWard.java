package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the service and its sources: keeps each source's health, and leaves a source alone that asked for it or can't be
 * reached, so that it is not asked again for every listing. Safe for many threads.
 */
final class SourceWard {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWard.class);
    private static final Duration UNSTATED_WAIT = Duration.ofMinutes(1);

    /** What is known of a source; {@code rest} is the answer to give until {@code restUntil}. */
    private record State(SourceHealth health, Instant restUntil, Priced.@Nullable Unavailable<?> rest) {
        static State of(String name) {
            return new State(new SourceHealth(name, null, null, null), Instant.MIN, null);
        }
    }

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Duration failure;

    /** @param failure how long a source that can't be reached is left alone */
    SourceWard(InstantSource clock, Duration failure) {
        this.clock = clock;
        this.failure = failure;
    }

    /** Asks a source, unless it is left alone. A source that throws has a bug and is treated as unreadable. */
    <T> Priced<T> ask(PriceSource source, Listing listing, Supplier<Priced<T>> question) {
        State state = states.getOrDefault(source.name(), State.of(source.name()));
        Instant now = clock.instant();
        if (state.rest() != null && now.isBefore(state.restUntil())) {
            return resting(state.rest(), listing, Duration.between(now, state.restUntil()));
        }
        Priced<T> answer = answer(source, listing, question);
        note(source.name(), answer);
        return answer;
    }

    private static <T> Priced<T> resting(Priced.Unavailable<?> rest, Listing listing, Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        Line message = rest.cause() == Priced.Cause.RATE_LIMITED
                ? Line.say("source.resting.limited", rest.source(), listing.symbol(), seconds)
                : Line.say("source.resting", rest.source(), listing.symbol(), seconds);
        return new Priced.Unavailable<>(rest.source(), rest.cause(), message, left);
    }

    private static <T> Priced<T> answer(PriceSource source, Listing listing, Supplier<Priced<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.error("The price source {} failed on {}", source.name(), listing.symbol(), e);
            return new Priced.Unavailable<>(
                    source.name(),
                    Priced.Cause.UNREADABLE,
                    Line.say("source.failed", source.name(), listing.symbol()),
                    null);
        }
    }

    private void note(String name, Priced<?> answer) {
        Instant now = clock.instant();
        states.compute(name, (key, known) -> {
            State state = known == null ? State.of(name) : known;
            return switch (answer) {
                case Priced.Found<?> _ -> succeeded(state, now);
                case Priced.Unavailable<?> none -> failed(state, none, now);
            };
        });
    }

    private static State succeeded(State state, Instant now) {
        SourceHealth old = state.health();
        SourceHealth health = new SourceHealth(old.name(), now, old.lastProblem(), old.lastProblemAt());
        return new State(health, state.restUntil(), state.rest());
    }

    private State failed(State state, Priced.Unavailable<?> none, Instant now) {
        SourceHealth old = state.health();
        return switch (none.cause()) {
            case UNKNOWN_SYMBOL, NO_DATA, NOT_OFFERED -> state;
            case UNREADABLE, DENIED, SERVER_ERROR ->
                new State(problem(old, none, now), state.restUntil(), state.rest());
            case UNREACHABLE -> new State(problem(old, none, now), now.plus(failure), none);
            case RATE_LIMITED -> {
                Duration wait = none.retryAfter() == null ? UNSTATED_WAIT : none.retryAfter();
                yield new State(problem(old, none, now), now.plus(wait), none);
            }
        };
    }

    private static SourceHealth problem(SourceHealth old, Priced.Unavailable<?> none, Instant now) {
        return new SourceHealth(old.name(), old.lastSuccess(), none.message(), now);
    }

    /** The health of these sources, in their order. */
    List<SourceHealth> health(List<PriceSource> sources) {
        return sources.stream()
                .map(source -> states.getOrDefault(source.name(), State.of(source.name()))
                        .health())
                .toList();
    }
}
