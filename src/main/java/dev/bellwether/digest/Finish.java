package dev.bellwether.digest;

import dev.bellwether.fact.Exchange;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes digests of what was typed: what was left out becomes what is usual.
 *
 * @param main the exchange that is meant where none is named
 */
record Finish(Exchange main) {
    /** How far from an end of a session a digest is due where nothing else is said: prices are delayed by up to 20 minutes. */
    private static final Duration USUAL = Duration.ofMinutes(30);

    static Finish of(Following following) {
        return new Finish(following.favourites().stream()
                .findFirst()
                .map(followed -> followed.instrument().primary().exchange())
                .orElse(Exchange.NYSE));
    }

    /** @throws SpecProblem if what was typed does not go together */
    List<DigestSpec> specs(ChatId chat, Draft draft) {
        if (!draft.times.isEmpty() && draft.session != null) {
            throw new SpecProblem(Line.say("digest.two-ways"));
        }
        if (draft.session != null) {
            return List.of(spec(chat, draft, session(draft, draft.session)));
        }
        if (!draft.times.isEmpty()) {
            return List.of(spec(chat, draft, times(draft)));
        }
        boolean weekly = isWeekly(draft);
        if (weekly || !draft.days.isEmpty()) {
            return List.of(spec(chat, draft, usual(draft, When.Edge.CLOSE)));
        }
        return List.of(
                spec(chat, draft, usual(draft, When.Edge.OPEN)), spec(chat, draft, usual(draft, When.Edge.CLOSE)));
    }

    private When usual(Draft draft, When.Edge edge) {
        return session(draft, new Draft.Edged(draft.trading, edge, null, edge == When.Edge.OPEN));
    }

    private static boolean isWeekly(Draft draft) {
        return draft.weekly != null && draft.weekly;
    }

    private When session(Draft draft, Draft.Edged session) {
        Exchange exchange = session.exchange() != null ? session.exchange() : main;
        Duration amount = session.offset() == null ? USUAL : session.offset();
        Set<DayOfWeek> days = draft.days;
        if (days.isEmpty()) {
            days = isWeekly(draft) ? Set.of(DayOfWeek.FRIDAY) : When.EVERY_DAY;
        }
        return new When.AtSession(exchange, session.edge(), session.before() ? amount.negated() : amount, days);
    }

    private When times(Draft draft) {
        Exchange trading = draft.tradingDays && draft.trading == null ? main : draft.trading;
        Set<DayOfWeek> days = draft.days;
        if (days.isEmpty()) {
            days = isWeekly(draft) ? Set.of(DayOfWeek.FRIDAY) : trading != null ? When.EVERY_DAY : When.WEEKDAYS;
        }
        return new When.AtTimes(draft.times, days, trading);
    }

    private static DigestSpec spec(ChatId chat, Draft draft, When when) {
        return new DigestSpec(
                chat,
                0,
                when,
                what(draft),
                chosen(draft),
                draft.length == null ? DigestSpec.Length.FULL : draft.length,
                isWeekly(draft),
                draft.language);
    }

    private static What what(Draft draft) {
        int kinds = (draft.symbols.isEmpty() ? 0 : 1) + (draft.watched ? 1 : 0) + (draft.favourites ? 1 : 0);
        if (kinds > 1) {
            throw new SpecProblem(Line.say("digest.what-one"));
        }
        if (!draft.symbols.isEmpty()) {
            return new What.Named(List.copyOf(draft.symbols));
        }
        return draft.watched ? new What.Watched() : new What.Favourites();
    }

    private static List<Section> chosen(Draft draft) {
        List<Section> sections = new ArrayList<>(draft.sections.isEmpty() ? Section.ALL : draft.sections);
        sections.removeAll(draft.without);
        if (sections.isEmpty()) {
            throw new SpecProblem(Line.say("digest.sections.none"));
        }
        return sections;
    }
}
