package dev.bellwether.command;

import dev.bellwether.fact.Provenance;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Datum;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What another desk adds to the card of one instrument. For any thread. */
@FunctionalInterface
public interface QuoteExtra {
    /**
     * What it adds.
     *
     * @param target the instrument; one that the group follows, unless this is {@link #forAny}
     * @param snapshot its price, of the listing that was asked for
     */
    Part part(Ask ask, Target target, Snapshot snapshot);

    /** Whether it has something to say of instruments that the group does not follow, too. */
    default boolean forAny() {
        return false;
    }

    /**
     * A part of a card.
     *
     * @param fields lines below those of the price; may be empty
     * @param data the same as named values for programs
     * @param sources where they came from
     */
    record Part(List<Block.Field> fields, Map<String, Datum> data, List<Provenance> sources) {
        public Part {
            fields = List.copyOf(fields);
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
            sources = List.copyOf(sources);
        }

        /** Nothing to add. */
        public static Part none() {
            return new Part(List.of(), Map.of(), List.of());
        }
    }
}
