package dev.bellwether.bot.telegram;

import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.TextWidth;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.Symbols;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/**
 * What is offered while somebody types behind the bot's name in any chat: {@code @bot baba} offers the card of BABA, {@code @bot
 * news baba} its news. It comes with every letter, so only commands that change nothing are asked, few at a time, and answers
 * are remembered for some seconds. Their buttons are left out: the bot is not in the chat where they would be pressed.
 */
final class InlineAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(InlineAnswers.class);
    private static final int MOST_OFFERS = 3;
    private static final int MOST_REMEMBERED = 500;
    private static final Duration REMEMBERED = Duration.ofSeconds(20);
    private static final int LONGEST_QUERY = 64;

    private final Wire wire;
    private final FrontDesk desk;
    private final TelegramRenderer renderer;
    private final Addressed addressed;
    private final InstantSource clock;
    private final Map<String, Offer> remembered = new LinkedHashMap<>();

    private record Offer(Instant until, Optional<InlineQueryResult> result) {}

    InlineAnswers(Wire wire, FrontDesk desk, TelegramRenderer renderer, Addressed addressed, InstantSource clock) {
        this.wire = wire;
        this.desk = desk;
        this.renderer = renderer;
        this.addressed = addressed;
        this.clock = clock;
    }

    void answer(Incoming.Inline query) {
        ChatId person = new Place(query.who().id(), null).id();
        Voice voice = desk.voice(person, query.who().language());
        List<InlineQueryResult> results = new ArrayList<>();
        for (String command : commands(query.text().strip())) {
            offer(command, person, voice).ifPresent(results::add);
        }
        AnswerInlineQuery answer = AnswerInlineQuery.builder()
                .inlineQueryId(query.query())
                .results(results)
                .cacheTime((int) REMEMBERED.toSeconds())
                .isPersonal(true)
                .build();
        try {
            wire.ask(client -> client.executeAsync(answer));
        } catch (Failure e) {
            LOG.debug("An inline query was not answered: {}", e.text());
        }
    }

    /** What the words may mean: a command, a symbol or name, or the symbols nearest to them. */
    private List<String> commands(String text) {
        CommandRegistry registry = desk.registry();
        Symbols symbols = registry.symbols();
        if (text.length() > LONGEST_QUERY) {
            return List.of();
        }
        if (text.isEmpty()) {
            return quotes(symbols.all());
        }
        String first = text.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        String command = "/" + (first.startsWith("/") ? text.substring(1) : text);
        if (registry.find(first.startsWith("/") ? first.substring(1) : first).isPresent()) {
            return addressed.onlyTells(command) ? List.of(command) : List.of();
        }
        return symbols.find(text).isPresent() ? List.of("/quote " + text) : quotes(symbols.near(text));
    }

    private static List<String> quotes(List<String> symbols) {
        return symbols.stream()
                .limit(MOST_OFFERS)
                .map(symbol -> "/quote " + symbol)
                .toList();
    }

    private Optional<InlineQueryResult> offer(String command, ChatId person, Voice voice) {
        String key = voice + command.toLowerCase(Locale.ROOT);
        Offer known = remembered(key);
        if (known != null) {
            return known.result();
        }
        Answer answer = desk.answerNow(new Ask(person, person.id(), command, clock.instant(), true));
        Optional<InlineQueryResult> result = answer.failed() ? Optional.empty() : result(command, answer, voice);
        remember(key, new Offer(clock.instant().plus(REMEMBERED), result));
        return result;
    }

    private Optional<InlineQueryResult> result(String command, Answer answer, Voice voice) {
        if (!(renderer.render(answer.card(), voice).getFirst() instanceof Part.Text text)) {
            return Optional.empty();
        }
        LineRuns runs = new LineRuns(voice);
        InputTextMessageContent content = InputTextMessageContent.builder()
                .messageText(text.text().html())
                .parseMode("HTML")
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(!text.preview()).build())
                .build();
        return Optional.of(InlineQueryResultArticle.builder()
                .id(Integer.toHexString(command.hashCode()))
                .title(TextWidth.cut(runs.text(answer.card().title()), 60))
                .description(TextWidth.cut(description(text), 100))
                .inputMessageContent(content)
                .build());
    }

    /** The first line under the title. */
    private static String description(Part.Text text) {
        return text.text().rows().stream()
                .skip(1)
                .map(Row::text)
                .filter(row -> !row.isBlank())
                .findFirst()
                .orElse("");
    }

    private synchronized @Nullable Offer remembered(String key) {
        Offer offer = remembered.get(key);
        return offer == null || !clock.instant().isBefore(offer.until()) ? null : offer;
    }

    private synchronized void remember(String key, Offer offer) {
        remembered.remove(key);
        remembered.put(key, offer);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }
}
