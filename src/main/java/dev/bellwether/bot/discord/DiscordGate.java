package dev.bellwether.bot.discord;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.QuietReply;
import dev.bellwether.bot.Reply;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Completion;
import dev.bellwether.command.Parameter;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Interactions as questions: slash commands, what completes them, buttons and menus. JDA's threads only start others here. */
final class DiscordGate extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordGate.class);

    /** Most answers are there by then and need no announcement. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final FrontDesk desk;
    private final Completion completion;
    private final ButtonCodes codes;
    private final InstantSource clock;
    private final Underway underway;
    private final GuildBook guilds;
    private final @Nullable String managerRole;
    private final BiFunction<ChatId, String, Reply> below;

    /** @param below answers a message of a chat, by its number, with one below it */
    DiscordGate(
            FrontDesk desk,
            ButtonCodes codes,
            InstantSource clock,
            Underway underway,
            GuildBook guilds,
            @Nullable String managerRole,
            BiFunction<ChatId, String, Reply> below) {
        this.desk = desk;
        this.completion = new Completion(desk.registry());
        this.codes = codes;
        this.clock = clock;
        this.underway = underway;
        this.guilds = guilds;
        this.managerRole = managerRole;
        this.below = below;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        Optional<CommandSpec> spec = desk.registry().find(event.getName()).map(Command::spec);
        String text = spec.map(known -> AskText.of(known, name -> filled(event.getOption(name))))
                .orElse("/" + event.getName());
        ask(event, text, false, hides(spec), true);
    }

    private static String filled(@Nullable OptionMapping option) {
        return option == null ? "" : option.getAsString();
    }

    private static boolean hides(Optional<CommandSpec> spec) {
        return spec.map(CommandSpec::reach).orElse(Answer.Reach.CHAT) == Answer.Reach.ASKER;
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        pressed(event, event.getComponentId());
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        pressed(event, event.getValues().stream().findFirst().orElse(""));
    }

    /** What was pressed may have to be looked up, and that is no work for JDA's thread. */
    private void pressed(GenericComponentInteractionCreateEvent event, String carried) {
        boolean hidden = event.getMessage().isEphemeral();
        Thread.ofVirtual().name("pressed").start(() -> {
            try {
                codes.decode(carried)
                        .ifPresentOrElse(
                                pressed -> ask(event, pressed.command(), pressed.inPlace(), hidden, false),
                                () -> gone(event));
            } catch (RuntimeException e) {
                LOG.error("What a button in {} stands for could not be looked up", event.getChannelId(), e);
                gone(event);
            }
        });
    }

    private void ask(Interaction event, String text, boolean inPlace, boolean hidden, boolean command) {
        boolean forAsker = hidden || (!command && hides(specOf(text)));
        InteractionReply reply = underway.reply(new InteractionReply.Request(
                InteractionKey.of(event), channel(event), inPlace, forAsker, Asker.isAlone(event)));
        Ask ask = new Ask(
                chat(event),
                event.getUser().getId(),
                text,
                clock.instant(),
                Asker.manages(event, managerRole),
                "",
                Asker.isAlone(event),
                event.getUser().getEffectiveName());
        Language language = Asker.language(event, forAsker);
        underway.add(desk.answer(ask, language, PATIENCE, reply));
        remember(event);
    }

    private Optional<CommandSpec> specOf(String text) {
        String name = text.substring(1).split(" ", 2)[0];
        return desk.registry().find(name).map(Command::spec);
    }

    private void gone(Interaction event) {
        InteractionReply reply = underway.reply(new InteractionReply.Request(
                InteractionKey.of(event), channel(event), false, true, Asker.isAlone(event)));
        Card card = Card.titled(Line.say("discord.button.gone.title"), clock.instant())
                .tone(Tone.NOTICE)
                .paragraph(Line.say("discord.button.gone"))
                .build();
        reply.answer(Answer.failure(card), desk.voice(chat(event), Asker.language(event, true)));
    }

    /** The direct messages with a person are named by the person, so that who is written to and who writes have one chat. */
    private static ChatId chat(Interaction event) {
        return Asker.isAlone(event)
                ? new ChatId(
                        DiscordFront.NAME,
                        DiscordSender.PERSON + event.getUser().getId())
                : channel(event);
    }

    private static ChatId channel(Interaction event) {
        return new ChatId(DiscordFront.NAME, Long.toUnsignedString(event.getChannelIdLong()));
    }

    /** Written down once for each chat, off JDA's thread. */
    private void remember(Interaction event) {
        if (Asker.isAlone(event)) {
            joined(channel(event), chat(event));
            return;
        }
        if (!event.isFromAttachedGuild() || event.getGuild() == null) {
            return;
        }
        String guild = event.getGuild().getId();
        String channel = Long.toUnsignedString(event.getChannelIdLong());
        String owner = event.getGuild().getOwnerId();
        if (!guilds.knows(guild, channel)) {
            Thread.ofVirtual().start(() -> {
                try {
                    guilds.note(guild, channel, owner);
                } catch (RuntimeException e) {
                    LOG.error("Could not note that {} belongs to {}", channel, guild, e);
                }
            });
        }
    }

    /** Direct messages were named by their channel once; what was chosen and listed there comes along. */
    private void joined(ChatId channel, ChatId person) {
        Thread.ofVirtual().start(() -> {
            try {
                guilds.join(channel, person);
            } catch (RuntimeException e) {
                LOG.error("Could not join {} and {}", channel, person, e);
            }
        });
    }

    /** Comes only where the bot is allowed to read messages. Bots and webhooks are never answered: they would answer back. */
    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        boolean person = !event.getAuthor().isBot() && !event.isWebhookMessage();
        String text = event.getMessage().getContentRaw();
        if (!person || !event.isFromGuild() || text.indexOf('$') < 0) {
            return;
        }
        ChatId chat = new ChatId(DiscordFront.NAME, event.getChannel().getId());
        String member = event.getAuthor().getId();
        Language language =
                Language.of(event.getGuild().getLocale().getLocale()).orElse(null);
        Thread.ofVirtual()
                .name("tagged")
                .start(() -> desk.tagged(chat, member, text)
                        .ifPresent(tags -> underway.add(desk.answer(
                                new Ask(chat, member, tags, clock.instant()),
                                language,
                                PATIENCE,
                                new QuietReply(below.apply(chat, event.getMessageId()))))));
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        Thread.ofVirtual().start(() -> {
            try {
                event.replyChoices(choices(event)).queue(done -> {}, late -> LOG.debug("Too late to complete", late));
            } catch (RuntimeException e) {
                LOG.error("Could not complete /{}", event.getName(), e);
            }
        });
    }

    private List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        String name = event.getFocusedOption().getName();
        String typed = event.getFocusedOption().getValue();
        return desk.registry().find(event.getName()).stream()
                .flatMap(command -> command.spec().parameters().stream())
                .filter(parameter -> parameter.name().equals(name))
                .flatMap(parameter -> choices(parameter, typed).stream())
                .toList();
    }

    /** An offer that is longer than Discord takes would be wrong if it were cut. */
    private List<Choice> choices(Parameter parameter, String typed) {
        return completion.offers(parameter, typed).stream()
                .filter(offer -> !offer.value().isBlank() && offer.value().length() <= Limits.CHOICE)
                .limit(Limits.CHOICES)
                .map(offer -> new Choice(
                        CleanCharacters.shortened(CleanCharacters.of(offer.label()), Limits.CHOICE), offer.value()))
                .toList();
    }
}
