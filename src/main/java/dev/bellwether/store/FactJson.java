package dev.bellwether.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import java.time.LocalDate;
import java.util.List;

/** Facts of every kind as a kind and a body of JSON; later fields and kinds need no new column. */
final class FactJson {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private record Day(String day) {}

    private FactJson() {}

    static String kind(Class<? extends Fact.Printed> type) {
        if (type == Fact.Call.class) {
            return "call";
        }
        if (type == Fact.Earnings.class) {
            return "earnings";
        }
        if (type == Fact.Claimed.class) {
            return "claim";
        }
        throw new IllegalArgumentException("no kind of fact: " + type);
    }

    /** What a fact states, without where and when. */
    static String body(Fact.Printed fact) {
        Object body = switch (fact) {
            case Fact.Call call -> call.call();
            case Fact.Earnings earnings -> new Day(earnings.day().toString());
            case Fact.Claimed claimed -> claimed.claim();
        };
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can always be written", e);
        }
    }

    /**
     * The fact as one mention states it.
     *
     * @throws JsonProcessingException if the body was written by a later version of the program, or damaged
     */
    static Fact.Printed read(String kind, String body, String key, String symbol, Mention mention)
            throws JsonProcessingException {
        List<Mention> mentions = List.of(mention);
        return switch (kind) {
            case "call" -> new Fact.Call(key, symbol, mention.at(), JSON.readValue(body, AnalystCall.class), mentions);
            case "earnings" -> {
                LocalDate day = LocalDate.parse(JSON.readValue(body, Day.class).day());
                yield new Fact.Earnings(key, symbol, mention.at(), day, mentions);
            }
            case "claim" -> new Fact.Claimed(key, symbol, mention.at(), JSON.readValue(body, Claim.class), mentions);
            default -> throw new IllegalArgumentException("no kind of fact: " + kind);
        };
    }
}
