package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of cards made by chance, each held against Telegram's limits, its rules for HTML, and its contract. */
class RandomCardsTest {
    private static final int CARDS = 250;
    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Optional<Contract> CONTRACT = Contract.find();
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_.])@[A-Za-z0-9_]");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_message_is_one_that_telegram_takes_and_nothing_is_cut_in_two(long seed) throws Exception {
        for (int i = 0; i < CARDS; i++) {
            RandomCards cards = new RandomCards(seed * 1_000_000 + i);
            Card card = cards.card();
            Voice voice = new Voice(LANGUAGES.get(i % LANGUAGES.size()), ZoneId.of("Asia/Hong_Kong"));
            List<Part> parts = Shown.parts(card, voice);

            assertThat(parts).as("seed %s, card %s", seed, i).isNotEmpty();
            for (Part part : parts) {
                holds(part, "seed " + seed + ", card " + i);
            }
            String text = parts.stream()
                    .map(part -> HtmlRules.parse(part.text().html()))
                    .collect(Collectors.joining("\n"));
            String html = parts.stream().map(part -> part.text().html()).collect(Collectors.joining("\n"));
            assertThat(cards.numbers()).as("seed %s, card %s", seed, i).allMatch(text::contains);
            assertThat(cards.links())
                    .as("seed %s, card %s", seed, i)
                    .allMatch(link -> html.contains("href=\"" + link.replace("&", "&amp;") + "\""));
        }
    }

    private static void holds(Part part, String which) throws Exception {
        String html = part.text().html();
        String text = HtmlRules.parse(html);
        assertThat(HtmlRules.problems(html)).as(which).isEmpty();
        assertThat(text.length()).as(which).isLessThanOrEqualTo(part.longest() - Part.ROOM_FOR_MARKS);
        assertThat(text.length()).as(which).isEqualTo(part.text().units());
        assertThat(part.plain().length()).as(which).isLessThanOrEqualTo(part.longest());
        assertThat(MENTION.matcher(part.plain()).find()).as(which).isFalse();
        assertThat(text.codePoints()).as(which).noneMatch(RandomCardsTest::isHidden);
        if (part instanceof Part.Text) {
            assertThat(text).as(which).isNotBlank();
        }
        if (!text.isEmpty()) {
            int first = Character.getType(text.codePointAt(0));
            assertThat(first).as(which).isNotIn((int) Character.NON_SPACING_MARK, (int) Character.ENCLOSING_MARK);
        }
        keys(part, which);
        contract(part, which);
    }

    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.SURROGATE || (type == Character.CONTROL && point != '\n');
    }

    private static void keys(Part part, String which) {
        for (List<Key> row : part.keys()) {
            assertThat(row).as(which).hasSizeBetween(1, 8);
            for (Key key : row) {
                assertThat(key.label()).as(which).isNotBlank();
                assertThat(String.valueOf(key.data()).getBytes(StandardCharsets.UTF_8))
                        .as(which)
                        .hasSizeBetween(1, 64);
            }
        }
    }

    private static void contract(Part part, String which) throws Exception {
        if (part instanceof Part.Text text && CONTRACT.isPresent()) {
            String json = MAPPER.writeValueAsString(Courier.message(new Place(-1_001, 77), text, 5, false));
            JsonNode request = MAPPER.readTree(json);
            assertThat(CONTRACT.get().problems("sendMessage", request))
                    .as(which)
                    .isEmpty();
        }
    }
}
