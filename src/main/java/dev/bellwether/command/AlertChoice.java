package dev.bellwether.command;

import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.Alerts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which alert is meant: by its number in this chat, or as {@code #17} by its id, which works in every chat of who set it, so that the
 * buttons of a card that was told in private do too.
 */
final class AlertChoice {
    private static final Pattern NAME = Pattern.compile("(#?)(\\d{1,9})(?![\\p{L}\\p{N}.])");
    private static final int MOST_NAMED = 20;

    private final Alerts alerts;

    AlertChoice(Alerts alerts) {
        this.alerts = alerts;
    }

    /**
     * An alert that was named, and what stands behind its name.
     *
     * @param rest without blanks around it
     */
    record Chosen(Alert alert, String rest) {}

    /** @throws Misused if none is named, or there is none of that name that this person may see */
    Chosen one(Ask ask, String what, String typed) {
        Matcher name = NAME.matcher(typed);
        if (!name.lookingAt()) {
            throw new Misused(Line.say("alert.choice.needs", "/alerts " + what, numbers(ask)));
        }
        return new Chosen(named(ask, name.group()), typed.substring(name.end()).strip());
    }

    /** Several, such as {@code 3 4 #17}. */
    List<Alert> some(Ask ask, String what, String typed) {
        List<Alert> chosen = new ArrayList<>();
        String rest = typed;
        do {
            Chosen next = one(ask, what, rest);
            if (!chosen.contains(next.alert())) {
                chosen.add(next.alert());
            }
            rest = next.rest().replaceFirst("\\A[,;\\s]+", "");
        } while (!rest.isEmpty());
        return chosen;
    }

    private Alert named(Ask ask, String name) {
        Optional<Alert> found = name.startsWith("#")
                ? alerts.byId(Long.parseLong(name.substring(1))).filter(alert -> mayRefer(ask, alert))
                : alerts.find(ask.chat(), Integer.parseInt(name));
        return found.filter(alert -> alert.group() || mayChange(ask, alert))
                .orElseThrow(() -> new Misused(Line.say("alert.choice.none", name, numbers(ask))));
    }

    private static boolean mayRefer(Ask ask, Alert alert) {
        return alert.chat().equals(ask.chat()) || isBy(ask, alert);
    }

    /** Whether this person set it. */
    private static boolean isBy(Ask ask, Alert alert) {
        return alert.chat().front().equals(ask.chat().front()) && alert.member().equals(ask.member());
    }

    /** Whether this person may change it: who set it, or who manages the chat in which it was set. */
    static boolean mayChange(Ask ask, Alert alert) {
        return isBy(ask, alert) || (ask.manager() && alert.chat().equals(ask.chat()));
    }

    private Line numbers(Ask ask) {
        List<Alert> there = alerts.of(ask.chat(), ask.member());
        if (there.isEmpty()) {
            return Line.say("alert.choice.empty");
        }
        List<Line> names = there.stream()
                .limit(MOST_NAMED)
                .map(alert -> Line.of(Integer.toString(alert.number())))
                .toList();
        Line listed = Line.joined("value.comma", names);
        Line all = there.size() > MOST_NAMED ? Line.say("value.more", listed, there.size() - MOST_NAMED) : listed;
        return Line.say("alert.choice.there", all);
    }
}
