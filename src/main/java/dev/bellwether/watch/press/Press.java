package dev.bellwether.watch.press;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Transactions;
import dev.bellwether.news.story.StoryBook;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import dev.bellwether.watch.press.PressStore.FactPage;
import dev.bellwether.watch.press.PressStore.NewArticle;
import dev.bellwether.watch.press.PressStore.NewFact;
import dev.bellwether.watch.press.StoryPlaces.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what is new in the press. Goes through all facts and articles that were not looked at, page by page: what is said of them is
 * worked out first, then the notices and the note that the page was looked at are kept in one transaction. So a crash repeats the last
 * page and neither loses nor doubles anything, and any number of processes may work on one store: see {@link PressStore}.
 *
 * <p>What is old when it is read is only noted: what a feed brought at its first good poll, calls and days of results that were printed
 * more than two days ago, and articles of more than a day.
 *
 * <p>Called by one thread at a time.
 */
public final class Press {
    private static final Logger LOG = LoggerFactory.getLogger(Press.class);
    private static final int PAGE = 100;

    /** Enough articles for the stories of some days about the instruments of a page; as many as the news themselves look at. */
    private static final int REMEMBERED = 500;

    private static final Duration FACTS_FRESH = Duration.ofDays(2);
    private static final Duration NEWS_FRESH = Duration.ofDays(1);
    private static final Duration REMINDERS_EVERY = Duration.ofMinutes(5);

    /** A day of results is named some months ahead. */
    private static final Duration NAMED_AHEAD = Duration.ofDays(730);

    private final PressStore store;
    private final Transactions transactions;
    private final Post post;
    private final CallNotices calls;
    private final EarningsNotices earnings;
    private final InstantSource clock;
    private final Set<String> reminded = new HashSet<>();
    private @Nullable Instant lastReminders;

    /**
     * @param transactions of the store and the post
     */
    public Press(
            PressStore store,
            Transactions transactions,
            Post post,
            CallNotices calls,
            EarningsNotices earnings,
            InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.post = post;
        this.calls = calls;
        this.earnings = earnings;
        this.clock = clock;
    }

    /** Tells of all that is new, and sends the reminders that are due. What the store throws passes through. */
    public void tick() {
        boolean more = true;
        while (more) {
            more = tellFacts();
        }
        more = true;
        while (more) {
            more = tellArticles();
        }
        remind();
    }

    /** Tells of one page; false if there is none, or somebody else tells just now: the next tick goes on. */
    private boolean tellFacts() {
        long turn = store.turn();
        FactPage page = store.newFacts(PAGE);
        if (page.keys().isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        List<Fact.Printed> news = page.facts().stream()
                .filter(fact -> !fact.past() && isFresh(fact.fact().at(), now, FACTS_FRESH))
                .map(NewFact::fact)
                .toList();
        List<Notice> notices = news.stream()
                .flatMap(fact -> tried(fact.key(), () -> notice(fact, now)).stream())
                .toList();
        return kept(turn, notices, () -> store.told(page.keys()));
    }

    private Optional<Notice> notice(Fact.Printed fact, Instant now) {
        return switch (fact) {
            case Fact.Call call -> calls.of(call, now);
            case Fact.Earnings day -> earnings.known(day, now);
            case Fact.Claimed _ -> Optional.empty();
        };
    }

    private boolean tellArticles() {
        long turn = store.turn();
        List<NewArticle> page = store.newArticles(PAGE);
        if (page.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        List<NewArticle> ours = page.stream()
                .filter(article -> !article.article().symbols().isEmpty())
                .toList();
        List<Place> places = places(ours);
        List<Place> fresh = places.stream()
                .filter(place -> !place.article().past()
                        && isFresh(place.article().article().when(), now, NEWS_FRESH))
                .toList();
        List<Notice> notices = fresh.stream()
                .flatMap(place -> tried(place.story(), () -> StoryNotices.of(place, now)).stream())
                .toList();
        return kept(turn, notices, () -> {
            page.stream()
                    .filter(article -> article.article().symbols().isEmpty())
                    .forEach(article -> store.place(article.article(), ""));
            places.forEach(place -> store.place(place.article().article(), place.story()));
        });
    }

    private List<Place> places(List<NewArticle> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Set<String> symbols = page.stream()
                .flatMap(article -> article.article().symbols().stream())
                .collect(Collectors.toSet());
        Instant oldest = page.stream()
                .map(article -> article.article().when())
                .min(Instant::compareTo)
                .orElseThrow();
        return StoryPlaces.of(page, store.placed(symbols, oldest.minus(StoryBook.WINDOW), REMEMBERED));
    }

    private static boolean isFresh(Instant at, Instant now, Duration fresh) {
        return !at.isBefore(now.minus(fresh));
    }

    /** What breaks its card is not told; it must not keep the others from being told. */
    private static Optional<Notice> tried(String key, Supplier<Optional<Notice>> notice) {
        try {
            return notice.get();
        } catch (RuntimeException e) {
            LOG.error("{} can't be told", key, e);
            return Optional.empty();
        }
    }

    private boolean kept(long turn, List<Notice> notices, Runnable note) {
        return transactions.inOne(() -> {
            if (!store.take(turn)) {
                return false;
            }
            note.run();
            notices.forEach(post::post);
            return true;
        });
    }

    /** A reminder that was posted stays posted; looking again and again costs more than it is worth. */
    private void remind() {
        Instant now = clock.instant();
        if (lastReminders != null
                && now.isBefore(lastReminders.plus(REMINDERS_EVERY))
                && !now.isBefore(lastReminders)) {
            return;
        }
        for (String symbol : store.withEarnings(now.minus(NAMED_AHEAD))) {
            for (Notice notice : earnings.due(symbol, now)) {
                if (!reminded.contains(notice.key())) {
                    post.post(notice);
                    reminded.add(notice.key());
                }
            }
        }
        lastReminders = now;
    }
}
