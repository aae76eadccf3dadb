package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code /settings [zone|language|quiet|cashtags] [value]}: what this chat has chosen. Anybody may look; who manages the chat changes it,
 * by typing or by tapping the menus of the card.
 */
public final class SettingsCommand implements Command {
    private static final int LONGEST_VALUE = 60;

    /** Words that take a choice back, in any of the languages. */
    private static final Set<String> BACK =
            Set.of("default", "auto", "reset", "none", "standard", "zurück", "默认", "自动", "重置");

    private static final Set<String> NEVER = Set.of("off", "none", "never", "no", "aus", "nie", "关", "关闭", "无", "不");

    private static final Set<String> ON = Set.of("on", "yes", "an", "ein", "ja", "开", "开启", "是");

    private static final CommandSpec SPEC = new CommandSpec(
            "settings",
            Line.say("settings.summary"),
            List.of(
                    new Parameter(
                            "what",
                            Line.say("settings.what"),
                            new Parameter.Choice(List.of("zone", "language", "quiet", "cashtags")),
                            0,
                            1),
                    new Parameter("value", Line.say("settings.value"), new Parameter.Rest(LONGEST_VALUE), 0, 1)),
            List.of("/settings", "/settings zone", "/settings language"));

    private final Chats chats;

    /** @param chats whose settings are shown and changed */
    public SettingsCommand(Chats chats) {
        this.chats = chats;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        ChatSettings now = chats.settings(ask.chat());
        String what = arguments.word("what");
        String value = arguments.word("value").strip();
        if (what.isEmpty() || value.isEmpty()) {
            return Answer.of(SettingsCard.of(ask, now, Line.empty()));
        }
        if (!ask.manager()) {
            return refused(ask, Line.say("settings.manager"));
        }
        return switch (what) {
            case "zone" -> zone(ask, now, value);
            case "language" -> language(ask, now, value);
            case "cashtags" -> cashtags(ask, now, value);
            default -> quiet(ask, now, value);
        };
    }

    private Answer zone(Ask ask, ChatSettings now, String value) {
        if (isIn(BACK, value)) {
            return changed(ask, now.withZone(null), Line.say("settings.zone.back"));
        }
        return switch (ZoneWord.read(value)) {
            case ZoneWord.Known(var zone) ->
                changed(
                        ask,
                        now.withZone(zone),
                        Line.say("settings.zone.set", Line.empty().strong(zone.getId())));
            case ZoneWord.Unclear(List<String> near)
            when near.isEmpty() -> refused(ask, Line.say("settings.zone.unknown", Typed.shown(value)));
            case ZoneWord.Unclear(List<String> near) ->
                Refusal.of(
                        ask,
                        Line.say("settings.title"),
                        Line.say("settings.zone.near", Typed.shown(value), String.join(", ", near)),
                        SettingsCard.zones(near));
        };
    }

    private Answer language(Ask ask, ChatSettings now, String value) {
        if (isIn(BACK, value)) {
            return changed(ask, now.withLanguage(null), Line.say("settings.language.back"));
        }
        Optional<Language> language = LanguageWord.read(value);
        if (language.isPresent()) {
            String own = LanguageWord.own(language.get());
            return changed(ask, now.withLanguage(language.get()), Line.say("settings.language.set", own));
        }
        String spoken = Arrays.stream(Language.values())
                .map(each -> LanguageWord.own(each) + " (" + each.code() + ")")
                .collect(Collectors.joining(", "));
        Line sentence = Line.say("settings.language.unknown", Typed.shown(value), spoken);
        return refused(
                ask,
                LanguageWord.near(value)
                        .map(near -> sentence.text(" ").then(Line.say("settings.meant", LanguageWord.own(near))))
                        .orElse(sentence));
    }

    private Answer quiet(Ask ask, ChatSettings now, String value) {
        if (isIn(NEVER, value)) {
            return changed(ask, now.withQuiet(null), Line.say("settings.quiet.never"));
        }
        return QuietWord.read(value)
                .map(quiet ->
                        changed(ask, now.withQuiet(quiet), Line.say("settings.quiet.set", QuietWord.shown(quiet))))
                .orElseGet(() -> refused(ask, Line.say("settings.quiet.unknown", Typed.shown(value))));
    }

    private Answer cashtags(Ask ask, ChatSettings now, String value) {
        if (isIn(ON, value)) {
            Line news = Line.say("settings.cashtags.on").text(" ").then(SettingsCard.permission(ask.chat()));
            return changed(ask, now.withCashtags(true), news);
        }
        return isIn(NEVER, value) || isIn(BACK, value)
                ? changed(ask, now.withCashtags(false), Line.say("settings.cashtags.off"))
                : refused(ask, Line.say("settings.cashtags.unknown", Typed.shown(value)));
    }

    private static boolean isIn(Set<String> words, String value) {
        return words.contains(value.toLowerCase(Locale.ROOT));
    }

    private Answer changed(Ask ask, ChatSettings settings, Line news) {
        chats.change(ask.chat(), settings, ask.at());
        return Answer.of(SettingsCard.of(ask, settings, news));
    }

    private static Answer refused(Ask ask, Line sentence) {
        return Refusal.of(ask, Line.say("settings.title"), sentence);
    }
}
