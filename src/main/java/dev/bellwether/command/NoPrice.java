package dev.bellwether.command;

import dev.bellwether.quote.PriceAnswer;
import dev.bellwether.quote.Priced;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;

/** What to say when no source has a price. */
final class NoPrice {
    private NoPrice() {}

    static Answer answer(Ask ask, Target target, PriceAnswer prices, Symbols symbols) {
        return Answer.failure(
                Card.titled(Line.say("quote.none", target.listing().symbol()), ask.at())
                        .tone(Tone.ERROR)
                        .paragraph(sentence(target, prices, symbols))
                        .build());
    }

    /** Whether all sources say that there is no such symbol. */
    static boolean isUnknown(Target target, PriceAnswer prices) {
        return !target.configured()
                && !prices.failures().isEmpty()
                && prices.failures().stream().allMatch(failure -> failure.cause() == Priced.Cause.UNKNOWN_SYMBOL);
    }

    /** Why there is no price and what to do. */
    static Line sentence(Target target, PriceAnswer prices, Symbols symbols) {
        if (isUnknown(target, prices)) {
            return UnknownSymbol.say(target.typed(), symbols);
        }
        return prices.failures().stream()
                .map(Priced.Unavailable::message)
                .distinct()
                .reduce((one, next) -> one.text(" ").then(next))
                .orElseGet(() -> Line.say("quote.notyet", target.listing().symbol()));
    }
}
