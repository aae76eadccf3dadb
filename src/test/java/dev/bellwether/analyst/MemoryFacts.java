package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Mention;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fact log in memory. */
public final class MemoryFacts implements FactLog {
    private final List<Fact.Printed> facts = new ArrayList<>();

    /** Somebody reports on a day, says each of these outlets. */
    public MemoryFacts earnings(String symbol, String day, String at, String... outlets) {
        Instant when = Instant.parse(at);
        facts.add(new Fact.Earnings(symbol + day, symbol, when, LocalDate.parse(day), mentions(when, outlets)));
        return this;
    }

    /** A firm names a target in dollars. */
    public MemoryFacts target(String symbol, String firm, String target, String at, String... outlets) {
        Instant when = Instant.parse(at);
        facts.add(new Fact.Call(
                symbol + firm + at,
                symbol,
                when,
                call(firm, target, AnalystCall.Kind.ANALYST),
                mentions(when, outlets)));
        return this;
    }

    /** The press states the average target in dollars. */
    public MemoryFacts consensus(String symbol, String target, String at, String... outlets) {
        Instant when = Instant.parse(at);
        AnalystCall call = call(null, target, AnalystCall.Kind.CONSENSUS);
        facts.add(new Fact.Call(symbol + "consensus" + at, symbol, when, call, mentions(when, outlets)));
        return this;
    }

    /** The press names a resistance in dollars. */
    public MemoryFacts level(String symbol, String price, String at, String... outlets) {
        Instant when = Instant.parse(at);
        String sentence = "The $" + price + " level is a key signal zone.";
        Claim claim = new Claim(
                Claim.Kind.LEVEL_RESISTANCE, new BigDecimal(price), null, "USD", null, null, null, sentence, 0.7);
        facts.add(new Fact.Claimed(symbol + price + at, symbol, when, claim, said(when, sentence, outlets)));
        return this;
    }

    /** A target in dollars. */
    public static AnalystCall call(@Nullable String firm, String target, AnalystCall.Kind kind) {
        return new AnalystCall(
                firm,
                null,
                "Alibaba",
                null,
                AnalystCall.Action.SET,
                null,
                new BigDecimal(target),
                "USD",
                null,
                null,
                kind,
                "A target of $" + target + ".",
                1);
    }

    private static List<Mention> mentions(Instant at, String... outlets) {
        return said(at, "So.", outlets);
    }

    private static List<Mention> said(Instant at, String sentence, String... outlets) {
        return Stream.of(outlets)
                .map(outlet -> new Mention(
                        "https://news.example/feed",
                        "1",
                        outlet,
                        URI.create("https://news.example/" + outlet.replace(' ', '-')),
                        at,
                        sentence))
                .toList();
    }

    @Override
    public <F extends Fact.Printed> List<F> known(Class<F> kind, String symbol, Instant until) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(fact -> fact.symbol().equals(symbol) && !fact.at().isAfter(until))
                .sorted(Comparator.comparing(Fact.Printed::at).reversed())
                .toList();
    }
}
