package dev.bellwether.watch.alert;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.rule.Listings;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said when an alert fires. Safe for threads. */
public final class AlertCards {
    private static final int MOST_ROWS = 25;

    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column(Line.say("alert.column.when"), false),
            new Block.Column(Line.say("alert.column.number"), true),
            new Block.Column(Line.say("alert.column.symbol"), false),
            new Block.Column(Line.say("alert.column.price"), true),
            new Block.Column(Line.say("alert.column.rule"), false));

    private final Listings listings;
    private final RuleReading reading;

    /** @param listings where the currencies of symbols are found */
    public AlertCards(Listings listings) {
        this.listings = listings;
        this.reading = new RuleReading(listings);
    }

    /**
     * An alert that fired.
     *
     * @param alert as it is after that
     */
    public record Fired(Alert alert, Fact.AlertFired fact) {}

    /** How a member names an alert in a chat: by its number, or by its id where the alert was set in another chat. */
    public static String name(Alert alert, ChatId in) {
        return alert.chat().equals(in) ? Integer.toString(alert.number()) : "#" + alert.id();
    }

    /** The card of a firing, as told in the chat in which the alert was set. */
    public Card fired(Alert alert, Fact.AlertFired fact, Instant now) {
        return fired(alert, fact, alert.chat(), now);
    }

    /**
     * The card of a firing.
     *
     * @param alert as it is after that
     * @param in where it is told
     */
    Card fired(Alert alert, Fact.AlertFired fact, ChatId in, Instant now) {
        Seen seen = new Seen(fact.listing(), fact.happened(), fact.price(), fact.gap(), fact.late(), fact.source());
        return card(alert, seen, Line.say("alert.fired.title", fact.listing(), name(alert, in)), in, now)
                .tone(Tone.NOTICE)
                .block(new Block.Buttons(buttons(alert, fact.listing(), in)))
                .build();
    }

    /**
     * The card that would be told if the alert fired now, marked as a test.
     *
     * @param price in the listing's currency; null if none is known
     * @param source of the price; null if none is known
     */
    public Card test(Alert alert, String listing, @Nullable Double price, @Nullable Provenance source, Instant now) {
        Seen seen = new Seen(listing, now, price, false, Duration.ZERO, source);
        return card(alert, seen, Line.say("alert.test.title", listing, alert.number()), alert.chat(), now)
                .block(new Block.Footer(Line.say("alert.test")))
                .build();
    }

    private record Seen(
            String listing,
            Instant at,
            @Nullable Double price,
            boolean gap,
            Duration late,
            @Nullable Provenance source) {}

    private Card.Builder card(Alert alert, Seen seen, Line title, ChatId in, Instant now) {
        Card.Builder card = Card.titled(title, now).paragraph(Line.empty().strong(sentence(alert)));
        String note = alert.rule().note();
        if (note != null) {
            card.paragraph(Line.empty().emphasis(note));
        }
        List<Block.Field> fields = fields(alert, seen, in);
        if (!fields.isEmpty()) {
            card.block(new Block.Fields(fields));
        }
        if (seen.gap()) {
            card.block(new Block.Footer(Line.say("alert.fired.gap")));
        }
        if (seen.source() != null) {
            card.source(seen.source());
        }
        return card.datum("alert", new Value.Figure(alert.number(), 0, null))
                .datum("symbol", new Value.Words(seen.listing()))
                .datum("rule", new Value.Words(alert.text()))
                .datum("price", seen.price() == null ? new Value.Missing("") : price(seen.listing(), seen.price()))
                .datum("happened", new Value.Moment(seen.at()));
    }

    private List<Block.Field> fields(Alert alert, Seen seen, ChatId in) {
        List<Block.Field> fields = new ArrayList<>();
        if (seen.price() != null) {
            fields.add(new Block.Field(Line.say("alert.fired.price"), Line.of(price(seen.listing(), seen.price()))));
        }
        if (!seen.late().isZero()) {
            fields.add(new Block.Field(
                    Line.say("alert.fired.late"), Line.say("alert.fired.happened", new Value.Moment(seen.at()))));
        }
        boolean othersRead = alert.group() || (alert.aside() && in.equals(alert.chat()));
        if (othersRead) {
            fields.add(new Block.Field(Line.say("alert.fired.by"), Line.of(alert.by())));
        }
        return fields;
    }

    private Value price(String symbol, double amount) {
        return listings.find(symbol)
                .map(Listing::currency)
                .or(() -> Exchange.ofSymbol(symbol).map(Exchange::currency))
                .<Value>map(currency -> new Value.Price(amount, currency))
                .orElseGet(() -> new Value.Figure(amount, 2, null));
    }

    /** The rule in one sentence, without the note, which stands by itself. */
    private Line sentence(Alert alert) {
        Rule rule = alert.rule();
        return reading.of(
                new Rule(rule.scope(), rule.when(), rule.basis(), rule.repeat(), rule.cooldown(), rule.until(), null));
    }

    private static List<Block.Button> buttons(Alert alert, String listing, ChatId in) {
        String name = name(alert, in);
        List<Block.Button> buttons = new ArrayList<>();
        if (alert.group()) {
            buttons.add(acknowledge(name));
        }
        buttons.add(new Block.Button(Line.say("alert.button.end"), "/alerts delete " + name));
        buttons.add(
                alert.state() == Alert.State.DONE
                        ? new Block.Button(Line.say("alert.button.again"), "/alerts resume " + name)
                        : new Block.Button(Line.say("alert.button.snooze"), "/alerts snooze " + name + " 1d"));
        buttons.add(new Block.Button(Line.say("button.quote"), "/quote " + listing));
        return buttons;
    }

    /** The answer takes the place of the card, so that everybody sees that somebody has seen it. */
    private static Block.Button acknowledge(String name) {
        return new Block.Button(Line.say("alert.button.acknowledge"), "/alerts ack " + name, true);
    }

    /**
     * The card of a group's alert after somebody has said that it was seen.
     *
     * @param fact what it told; null if that is no longer known
     * @param who what people call who acknowledged it
     */
    public Card acknowledged(Alert alert, Fact.@Nullable AlertFired fact, String who, Instant now) {
        String listing = fact == null ? "" : fact.listing();
        Line title = fact == null
                ? Line.say("alert.reminder.title", alert.number())
                : Line.say("alert.fired.title", listing, alert.number());
        Instant fired = alert.lastFired();
        Seen seen = fact == null
                ? new Seen("", fired == null ? now : fired, null, false, Duration.ZERO, null)
                : new Seen(listing, fact.happened(), fact.price(), fact.gap(), fact.late(), fact.source());
        return card(alert, seen, title, alert.chat(), now)
                .block(new Block.Fields(List.of(new Block.Field(
                        Line.say("alert.acknowledged"),
                        Line.say("alert.acknowledged.by", who, new Value.Moment(now))))))
                .block(new Block.Buttons(
                        List.of(new Block.Button(Line.say("alert.button.end"), "/alerts delete " + alert.number()))))
                .build();
    }

    /**
     * One card for several firings that were noticed late.
     *
     * @param fired the earliest first
     * @param in where they are told
     */
    public Card fired(List<Fired> fired, ChatId in, Instant now) {
        Card.Builder card = Card.titled(Line.count("alert.late.title", fired.size()), now)
                .tone(Tone.NOTICE)
                .paragraph(Line.say("alert.late.why"))
                .block(new Block.Table(
                        COLUMNS,
                        fired.stream().limit(MOST_ROWS).map(one -> row(one, in)).toList()));
        if (fired.size() > MOST_ROWS) {
            card.block(new Block.Footer(Line.count("alert.late.more", fired.size() - MOST_ROWS)));
        }
        if (fired.stream().anyMatch(one -> one.fact().gap())) {
            card.block(new Block.Footer(Line.say("alert.late.gap")));
        }
        fired.forEach(one -> card.source(one.fact().source()));
        return card.block(new Block.Buttons(List.of(new Block.Button(Line.say("alert.button.list"), "/alerts"))))
                .datum("fired", new Datum.Items(fired.stream().map(this::datum).toList()))
                .build();
    }

    private List<Line> row(Fired one, ChatId in) {
        Fact.AlertFired fact = one.fact();
        Double amount = fact.price();
        Line price = amount == null ? Line.empty() : Line.of(price(fact.listing(), amount));
        String note = one.alert().rule().note();
        Line rule = sentence(one.alert());
        return List.of(
                Line.of(new Value.Moment(fact.happened())),
                Line.of(name(one.alert(), in)),
                Line.of(fact.listing()),
                fact.gap() ? price.text(" *") : price,
                note == null ? rule : rule.text(" ").emphasis(note));
    }

    private Datum datum(Fired one) {
        Fact.AlertFired fact = one.fact();
        Double amount = fact.price();
        return new Datum.Parts(
                null,
                Map.of(
                        "alert", new Value.Figure(one.alert().number(), 0, null),
                        "symbol", new Value.Words(fact.listing()),
                        "price", amount == null ? new Value.Missing("") : price(fact.listing(), amount),
                        "happened", new Value.Moment(fact.happened())));
    }

    /**
     * Tells a firing of a group's alert again because nobody has acknowledged it.
     *
     * @param fired when it fired
     */
    Card reminder(Alert alert, Instant fired, Instant now) {
        return Card.titled(Line.say("alert.reminder.title", alert.number()), now)
                .tone(Tone.NOTICE)
                .paragraph(Line.empty().strong(sentence(alert)))
                .paragraph(Line.say("alert.reminder", new Value.Moment(fired)))
                .block(new Block.Fields(List.of(new Block.Field(Line.say("alert.fired.by"), Line.of(alert.by())))))
                .block(new Block.Buttons(List.of(
                        acknowledge(Integer.toString(alert.number())),
                        new Block.Button(Line.say("alert.button.end"), "/alerts delete " + alert.number()))))
                .datum("alert", new Value.Figure(alert.number(), 0, null))
                .build();
    }
}
