package dev.bellwether.bot.discord;

import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Parameter;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** The commands of the registry as slash commands: names, options, choices and texts come from {@link CommandSpec} alone. */
final class CommandForms {
    private static final Map<Language, DiscordLocale> LOCALES =
            Map.of(Language.DE, DiscordLocale.GERMAN, Language.ZH, DiscordLocale.CHINESE_CHINA);

    private CommandForms() {}

    static List<SlashCommandData> of(Collection<CommandSpec> specs) {
        return specs.stream().map(CommandForms::form).toList();
    }

    private static SlashCommandData form(CommandSpec spec) {
        return Commands.slash(spec.name(), text(spec.summary(), Language.EN))
                .setDescriptionLocalizations(others(spec.summary()))
                .setContexts(EnumSet.of(
                        InteractionContextType.GUILD,
                        InteractionContextType.BOT_DM,
                        InteractionContextType.PRIVATE_CHANNEL))
                .setIntegrationTypes(EnumSet.of(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL))
                .addOptions(spec.parameters().stream()
                        .sorted(Comparator.comparing(Parameter::optional))
                        .map(CommandForms::option)
                        .toList());
    }

    private static OptionData option(Parameter parameter) {
        OptionData option = new OptionData(
                        type(parameter.kind()), parameter.name(), text(parameter.description(), Language.EN))
                .setRequired(!parameter.optional())
                .setDescriptionLocalizations(others(parameter.description()));
        return switch (parameter.kind()) {
            case Parameter.Count count -> option.setRequiredRange(count.least(), count.most());
            case Parameter.Rest rest ->
                option.setMaxLength(Math.clamp(rest.longest(), 1, Limits.OPTION_TEXT))
                        .setAutoComplete(rest.rule());
            case Parameter.Choice choice
            when choice.words().size() <= Limits.CHOICES -> {
                choice.words().forEach(word -> option.addChoice(word, word));
                yield option;
            }
            case Parameter.Choice _, Parameter.Symbol _, Parameter.CommandName _, Parameter.Day _ ->
                option.setAutoComplete(true);
        };
    }

    private static OptionType type(Parameter.Kind kind) {
        return kind instanceof Parameter.Count ? OptionType.INTEGER : OptionType.STRING;
    }

    private static String text(Line line, Language language) {
        String text = CleanCharacters.of(new Voice(language, ZoneOffset.UTC).plain(line));
        return CleanCharacters.shortened(text.isBlank() ? "…" : text, Limits.COMMAND_DESCRIPTION);
    }

    /** Only what differs from the English text, which everybody else gets. */
    private static Map<DiscordLocale, String> others(Line line) {
        Map<DiscordLocale, String> texts = new LinkedHashMap<>();
        LOCALES.forEach((language, locale) -> {
            String text = text(line, language);
            if (!text.equals(text(line, Language.EN))) {
                texts.put(locale, text);
            }
        });
        return texts;
    }
}
