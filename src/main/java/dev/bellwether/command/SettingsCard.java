package dev.bellwether.command;

import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.ChatSettings.QuietHours;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a chat has chosen and what holds where it has chosen nothing, with menus for those who may change it. */
final class SettingsCard {
    /** One for each place where many of those who ask are likely to be, from west to east; a menu holds 25. */
    private static final List<String> COMMON = List.of(
            "America/Los_Angeles",
            "America/Denver",
            "America/Chicago",
            "America/New_York",
            "America/Sao_Paulo",
            "UTC",
            "Europe/London",
            "Europe/Paris",
            "Europe/Berlin",
            "Europe/Vienna",
            "Europe/Zurich",
            "Europe/Istanbul",
            "Europe/Moscow",
            "Asia/Dubai",
            "Asia/Kolkata",
            "Asia/Bangkok",
            "Asia/Singapore",
            "Asia/Shanghai",
            "Asia/Hong_Kong",
            "Asia/Taipei",
            "Asia/Tokyo",
            "Asia/Seoul",
            "Australia/Sydney",
            "Pacific/Auckland");

    private static final List<String> NIGHTS =
            List.of("20:00-08:00", "21:00-07:00", "22:00-06:00", "22:00-07:00", "22:00-08:00", "23:00-07:00");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SettingsCard() {}

    /** @param news what was changed just now; empty if nothing was */
    static Card of(Ask ask, ChatSettings settings, Line news) {
        Card.Builder card = Card.titled(Line.say("settings.title"), ask.at());
        if (!news.isEmpty()) {
            card.paragraph(news);
        }
        card.block(new Block.Fields(List.of(
                new Block.Field(Line.say("settings.zone"), zone(settings.zone(), ask)),
                new Block.Field(Line.say("settings.language"), language(settings.language())),
                new Block.Field(Line.say("settings.quiet"), quiet(settings.quiet())),
                new Block.Field(
                        Line.say("settings.cashtags"),
                        settings.cashtags()
                                ? Line.say("settings.cashtags.yes")
                                : Line.say("settings.cashtags.no", Line.empty().code("/settings cashtags on"))))));
        if (settings.zone() instanceof ZoneOffset offset && !offset.equals(ZoneOffset.UTC)) {
            card.paragraph(Line.say("settings.zone.offset"));
        }
        if (ask.manager()) {
            card.block(languages()).block(zones(COMMON)).block(nights());
        }
        card.block(new Block.Footer(ask.manager() ? typed() : Line.say("settings.manager")));
        return data(card, settings).build();
    }

    /** What the platform has to allow before the bot hears ordinary messages at all. */
    static Line permission(ChatId chat) {
        return switch (chat.front()) {
            case "discord" -> Line.say("settings.cashtags.discord");
            case "telegram" -> Line.say("settings.cashtags.telegram");
            default -> Line.say("settings.cashtags.elsewhere");
        };
    }

    private static Line typed() {
        return Line.say("settings.typed", Line.empty().code("/settings zone Berlin"));
    }

    private static Card.Builder data(Card.Builder card, ChatSettings settings) {
        ZoneId zone = settings.zone();
        Language language = settings.language();
        QuietHours quiet = settings.quiet();
        return card.datum("zone", word(zone == null ? null : zone.getId()))
                .datum("language", word(language == null ? null : language.code()))
                .datum("cashtags", new Value.Words(settings.cashtags() ? "on" : "off"))
                .datum("quiet", word(quiet == null ? null : quiet.from() + "-" + quiet.to()));
    }

    private static Value word(@Nullable String chosen) {
        return chosen == null ? new Value.Missing(Line.say("settings.not-chosen")) : new Value.Words(chosen);
    }

    private static Line zone(@Nullable ZoneId zone, Ask ask) {
        ZoneId holds = zone == null ? ZoneOffset.UTC : zone;
        String name = zone == null ? "UTC" : zone.getId();
        Line now = Line.empty()
                .strong(name)
                .text(", ")
                .then(Line.say("settings.zone.now", CLOCK.format(ask.at().atZone(holds))));
        return now.text(" · ").then(zone == null ? Line.say("settings.zone.platform") : Line.say("settings.chosen"));
    }

    private static Line language(@Nullable Language language) {
        return language == null
                ? Line.say("settings.language.platform")
                : Line.empty().strong(LanguageWord.own(language)).text(" · ").then(Line.say("settings.chosen"));
    }

    private static Line quiet(@Nullable QuietHours quiet) {
        return quiet == null
                ? Line.say("settings.quiet.platform")
                : Line.empty().strong(QuietWord.shown(quiet)).text(" · ").then(Line.say("settings.chosen"));
    }

    private static Block languages() {
        Stream<Block.Button> named = Arrays.stream(Language.values())
                .map(each ->
                        new Block.Button(Line.of(LanguageWord.own(each)), "/settings language " + each.code(), true));
        Block.Button back = new Block.Button(Line.say("settings.language.auto"), "/settings language default", true);
        return new Block.Menu(
                Line.say("settings.language"),
                Stream.concat(named, Stream.of(back)).toList());
    }

    /** A menu of time zones. */
    static Block.Menu zones(List<String> ids) {
        return new Block.Menu(
                Line.say("settings.zone"),
                ids.stream()
                        .map(id -> new Block.Button(
                                Line.of(id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')),
                                "/settings zone " + id,
                                true))
                        .toList());
    }

    private static Block nights() {
        Stream<Block.Button> spans = NIGHTS.stream()
                .map(span -> new Block.Button(Line.of(span.replace('-', '–')), "/settings quiet " + span, true));
        Block.Button off = new Block.Button(Line.say("settings.quiet.off"), "/settings quiet off", true);
        return new Block.Menu(
                Line.say("settings.quiet"), Stream.concat(Stream.of(off), spans).toList());
    }
}
