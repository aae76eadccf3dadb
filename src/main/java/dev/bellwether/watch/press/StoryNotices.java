package dev.bellwether.watch.press;

import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.watch.Topic;
import dev.bellwether.watch.press.StoryPlaces.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stories as notices: each once, however many outlets tell it, and at most one reply when an outlet has something that none had before.
 * They wait behind alerts.
 */
final class StoryNotices {
    /** When a story is so old it is no news. */
    private static final Duration WORTH_TELLING = Duration.ofHours(12);

    private StoryNotices() {}

    private static String key(Place place) {
        return "news:" + place.story();
    }

    /** The notice that tells of an article; empty if its story was told and it has nothing new. */
    static Optional<Notice> of(Place place, Instant now) {
        if (place.opens()) {
            return Optional.of(notice(place, key(place), null, now));
        }
        return place.changes().isEmpty()
                ? Optional.empty()
                : Optional.of(notice(place, key(place) + ":more", new Notice.Follow(key(place), false), now));
    }

    private static Notice notice(Place place, String key, Notice.@Nullable Follow follow, Instant now) {
        return new Notice(
                key,
                follow == null ? StoryCard.of(place, now) : StoryCard.more(place, now),
                Topic.audience(
                        Topic.Kind.NEWS,
                        place.article().article().symbols().stream().sorted().toList()),
                Lane.DIGEST,
                now.plus(WORTH_TELLING),
                follow);
    }
}
