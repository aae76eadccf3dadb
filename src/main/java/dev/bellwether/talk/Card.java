package dev.bellwether.talk;

import dev.bellwether.fact.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the bot says, on no platform in particular. Fronts render it by structure: they walk the blocks and never parse
 * text. Programs read {@link #data}.
 *
 * @param title what the card is about, in a few words; shown as the card's head
 * @param at the moment for which it was made; ages are counted to it
 * @param tone its mood
 * @param blocks what it says, the important first
 * @param data what it says as named values: for one instrument, its figures by name
 * @param sources where its numbers came from, each source once
 * @param sample whether it speaks of made-up data; fronts then say so
 */
public record Card(
        Line title,
        Instant at,
        Tone tone,
        List<Block> blocks,
        Map<String, Datum> data,
        List<Provenance> sources,
        boolean sample) {
    public Card {
        blocks = List.copyOf(blocks);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        sources = List.copyOf(sources);
    }

    /** Starts a card. */
    public static Builder titled(Line title, Instant at) {
        return new Builder(title, at);
    }

    /** Starts a card with a title that is the same in every language. */
    public static Builder titled(String title, Instant at) {
        return new Builder(Line.of(title), at);
    }

    /** The same card, marked as speaking of made-up data. */
    public Card asSample() {
        return new Card(title, at, tone, blocks, data, sources, true);
    }

    /** The same card with one more named value, or another one under that name. */
    public Card with(String name, Datum datum) {
        Map<String, Datum> more = new LinkedHashMap<>(data);
        more.put(name, datum);
        return new Card(title, at, tone, blocks, more, sources, sample);
    }

    /** Puts a card together, block by block. Not thread-safe. */
    public static final class Builder {
        private final Line title;
        private final Instant at;
        private Tone tone = Tone.NEUTRAL;
        private final List<Block> blocks = new ArrayList<>();
        private final Map<String, Datum> data = new LinkedHashMap<>();
        private final List<Provenance> sources = new ArrayList<>();

        private Builder(Line title, Instant at) {
            this.title = title;
            this.at = at;
        }

        /** Sets the mood. */
        public Builder tone(Tone tone) {
            this.tone = tone;
            return this;
        }

        /** Adds any block. */
        public Builder block(Block block) {
            blocks.add(block);
            return this;
        }

        /** Adds a sentence or more. */
        public Builder paragraph(Line line) {
            return block(new Block.Paragraph(line));
        }

        /** Adds a sentence or more of plain text. */
        public Builder paragraph(String text) {
            return paragraph(Line.of(text));
        }

        /** Adds a named value for programs. */
        public Builder datum(String name, Datum datum) {
            data.put(name, datum);
            return this;
        }

        /** Adds named values for programs. */
        public Builder data(Map<String, ? extends Datum> values) {
            data.putAll(values);
            return this;
        }

        /** Names a source, once however often it is named. */
        public Builder source(Provenance source) {
            if (!sources.contains(source)) {
                sources.add(source);
            }
            return this;
        }

        /** The card as it stands; it is a sample as soon as one of its sources is. */
        public Card build() {
            return new Card(
                    title, at, tone, blocks, data, sources, sources.stream().anyMatch(Provenance::sample));
        }
    }
}
