package dev.bellwether.watch.alert;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.PrivateChats;
import dev.bellwether.watch.engine.Firing;
import dev.bellwether.watch.rule.Listings;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of an alert that fires: whether it is told, to whom, and what is kept of it. Safe for threads. */
public final class AlertDesk {
    /** What a member wanted to know at once is no news two days later. */
    private static final Duration WORTH_TELLING = Duration.ofDays(2);

    private static final Duration REMINDED_EVERY = Duration.ofDays(1);
    private static final int PAGE = 500;

    /** The zone in which a day ends last. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private final Alerts alerts;
    private final Chats chats;
    private final AlertCards cards;
    private final Listings listings;
    private final TradingCalendars calendars;

    /**
     * Decides with these.
     *
     * @param listings where the exchange of a symbol is found
     */
    public AlertDesk(Alerts alerts, Chats chats, AlertCards cards, Listings listings, TradingCalendars calendars) {
        this.alerts = alerts;
        this.chats = chats;
        this.cards = cards;
        this.listings = listings;
        this.calendars = calendars;
    }

    /**
     * What becomes of a firing.
     *
     * @param told whether somebody is told
     * @param after the alert to keep; the same as before if nothing changed
     */
    public record Judgement(boolean told, Alert after) {}

    /** The key of the fact that an alert fired, and of the notice that tells it. */
    public static String key(Firing firing) {
        return "alert:" + firing.alert() + ":" + firing.listing() + ":" + firing.at();
    }

    /**
     * Decides whether a firing is told, in the zone of the alert's chat and by the calendar of the listing's exchange. To be called with
     * the alert as it is kept, in the transaction that keeps what comes of it: {@code Alerts.change} first, then the fact and the notice.
     */
    public Judgement judge(Alert alert, Firing firing) {
        TradingCalendar calendar = calendars.of(listings.find(firing.listing())
                .map(Listing::exchange)
                .or(() -> Exchange.ofSymbol(firing.listing()))
                .orElse(Exchange.NYSE));
        return judge(alert, firing, calendar, zone(alert));
    }

    /** The same with the calendar and the zone given; looks at nothing else. */
    public static Judgement judge(Alert alert, Firing firing, TradingCalendar calendar, ZoneId zone) {
        Rule rule = alert.rule();
        boolean once = rule.repeat() == Rule.Repeat.ONCE;
        Instant last = once ? alert.lastFired() : alert.fired().get(firing.listing());
        if (alert.state() == Alert.State.ARMED && Rules.over(rule, last, firing.at(), zone)) {
            return new Judgement(false, alert.in(Alert.State.DONE));
        }
        boolean told = !Alerts.silent(alert, firing.at()) && Rules.mayFire(rule, last, firing.at(), calendar, zone);
        return told
                ? new Judgement(true, alert.firedFor(firing.listing(), firing.at(), key(firing)))
                : new Judgement(false, alert);
    }

    /** Whether the last day of an alert is over in the zone of its chat. */
    public boolean isOver(Alert alert, Instant now) {
        LocalDate last = alert.rule().until();
        return last != null && now.atZone(zone(alert)).toLocalDate().isAfter(last);
    }

    private ZoneId zone(Alert alert) {
        ZoneId zone = chats.settings(alert.chat()).zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /**
     * Where an alert is told: a group's in the group; a member's own in private where that can be, else in the chat in which it was set.
     */
    public ChatId tellsIn(Alert alert) {
        if (alert.group() || !alert.aside()) {
            return alert.chat();
        }
        return PrivateChats.reachable(chats, alert.chat().front(), alert.member())
                .orElse(alert.chat());
    }

    /** The notice that tells one firing. */
    public Notice notice(Alert alert, Fact.AlertFired fact, Instant now) {
        return notice(fact.key(), alert, cards.fired(alert, fact, tellsIn(alert), now), now, null);
    }

    private Notice notice(String key, Alert alert, Card card, Instant now, Notice.@Nullable Follow follow) {
        return new Notice(key, card, Audience.chat(tellsIn(alert)), Lane.ALERT, now.plus(WORTH_TELLING), follow);
    }

    /**
     * One notice for several firings that are told in the same chat.
     *
     * @param fired the earliest first; at least one
     */
    public Notice notice(List<AlertCards.Fired> fired, Instant now) {
        AlertCards.Fired first = fired.getFirst();
        ChatId chat = tellsIn(first.alert());
        return new Notice(
                first.fact().key() + "+" + (fired.size() - 1),
                cards.fired(fired, chat, now),
                Audience.chat(chat),
                Lane.ALERT,
                now.plus(WORTH_TELLING));
    }

    /**
     * What is to be told again because nobody has acknowledged it, as replies to what was told first. The same reminder has the same key
     * however often this is called, so it is told once.
     */
    public List<Notice> reminders(Instant now) {
        List<Notice> due = new ArrayList<>();
        List<Alert> page = alerts.unacknowledged(0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(alert -> reminder(alert, now))
                    .filter(Objects::nonNull)
                    .forEach(due::add);
            page = alerts.unacknowledged(page.getLast().id(), PAGE);
        }
        return due;
    }

    private @Nullable Notice reminder(Alert alert, Instant now) {
        Instant fired = alert.lastFired();
        String key = alert.unacknowledged();
        Instant snoozed = alert.snoozedUntil();
        boolean quiet = alert.state() == Alert.State.PAUSED || (snoozed != null && snoozed.isAfter(now));
        if (fired == null
                || key == null
                || quiet
                || Duration.between(fired, now).compareTo(REMINDED_EVERY) < 0) {
            return null;
        }
        long day = Duration.between(fired, now).dividedBy(REMINDED_EVERY);
        return notice(
                key + ":again:" + day, alert, cards.reminder(alert, fired, now), now, new Notice.Follow(key, false));
    }

    /**
     * Marks alerts whose last day is over as done. To be called now and then, such as each hour.
     *
     * @return how many there were
     */
    public int endOverdue(Instant now) {
        LocalDate earliest = now.atOffset(LAST_ZONE).toLocalDate();
        int ended = 0;
        List<Alert> page = alerts.overdue(earliest, PAGE);
        for (Alert alert : page) {
            ended += alerts.change(alert.id(), one -> one.in(Alert.State.DONE)).isPresent() ? 1 : 0;
        }
        return ended;
    }
}
