package dev.bellwether.watch.rule;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.talk.English;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A group's instruments, and its rules read on a day in January 2026. */
final class Group {
    static final LocalDate TODAY = LocalDate.of(2026, 1, 14);

    static final Instruments INSTRUMENTS = new Instruments(List.of(
            company(
                    "BABA",
                    "Alibaba Group",
                    listing("BABA", Exchange.NYSE),
                    listing("9988.HK", Exchange.HKEX),
                    listing("AHLA.DE", Exchange.XETRA)),
            company("BIDU", "Baidu", listing("BIDU", Exchange.NASDAQ), listing("9888.HK", Exchange.HKEX)),
            company("PDD", "PDD Holdings", listing("PDD", Exchange.NASDAQ)),
            company("JD", "JD.com", listing("JD", Exchange.NASDAQ), listing("9618.HK", Exchange.HKEX)),
            company("VOD", "Vodafone", listing("VOD.L", Exchange.LSE)),
            company("7203.T", "Toyota", listing("7203.T", Exchange.TOKYO)),
            company("RSI", "Rush Street Interactive", listing("RSI", Exchange.NYSE)),
            company("^GSPC", "S&P 500", listing("^GSPC", Exchange.NYSE))));

    static final Listings LISTINGS = Listings.of(INSTRUMENTS);
    static final RuleParser PARSER = new RuleParser(LISTINGS);

    private Group() {}

    private static Instrument company(String symbol, String name, Listing... listings) {
        return new Instrument(symbol, name, List.of(), null, List.of(listings), List.of());
    }

    private static Listing listing(String symbol, Exchange exchange) {
        return new Listing(symbol, exchange, exchange.currency(), 1, Map.of());
    }

    /** The rule that a text means. */
    static Rule rule(String typed) {
        return switch (PARSER.parse(typed, TODAY)) {
            case ParsedRule.Understood(Rule rule) -> rule;
            case ParsedRule.Mistaken(RuleError error) -> throw new AssertionError(shown(error));
        };
    }

    /** Why a text means none. */
    static RuleError error(String typed) {
        return switch (PARSER.parse(typed, TODAY)) {
            case ParsedRule.Understood(Rule rule) ->
                throw new AssertionError(typed + " was read as " + RuleText.of(rule));
            case ParsedRule.Mistaken(RuleError error) -> error;
        };
    }

    static String shown(RuleError error) {
        return error.typed() + "\n" + String.join("\n", English.of(error.spot())) + "\n" + English.of(error.message())
                + " " + error.instead();
    }
}
