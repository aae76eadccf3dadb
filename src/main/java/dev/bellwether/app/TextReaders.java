package dev.bellwether.app;

import dev.bellwether.app.read.ReadVerb;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instruments;
import dev.bellwether.news.story.StoryBook;
import dev.bellwether.news.story.StoryInput;
import dev.bellwether.reading.Passage;
import dev.bellwether.reading.call.CallReader;
import dev.bellwether.reading.call.Lexicon;
import dev.bellwether.reading.claim.ClaimReader;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The readers of texts, put together. For any thread. */
final class TextReaders {
    /** To be raised whenever they read something else than before: all articles are then read again. */
    static final int VERSION = 1;

    /** Lines given to {@code ./bot read} jump in time more than feeds do. */
    private static final int SHELVES = 91;

    private final CallReader calls;
    private final ClaimReader claims;

    TextReaders(Instruments instruments) {
        this.calls = new CallReader(Lexicon.bundled(), instruments);
        this.claims = new ClaimReader(instruments);
    }

    List<AnalystCall> calls(Passage passage) {
        return calls.read(passage);
    }

    List<Claim> claims(Passage passage) {
        return claims.read(passage);
    }

    /** What {@code ./bot read} reads with: each run tells its own stories, in the order of its input. */
    ReadVerb verb() {
        StoryBook stories = new StoryBook(StoryBook.WINDOW, SHELVES);
        AtomicLong number = new AtomicLong();
        return new ReadVerb(
                this::calls,
                this::claims,
                passage -> stories.add(input(passage, number.incrementAndGet())).story());
    }

    private static StoryInput input(Passage passage, long number) {
        String title = Objects.requireNonNullElse(passage.title(), "");
        return StoryInput.of("story-" + number, title, passage.text(), passage.published());
    }
}
