package dev.bellwether.bot.telegram;

import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Cards by chance: long and short, of every block, with whatever feeds and people may write. The same seed makes the same. */
final class RandomCards {
    private static final Instant AT = Instant.parse("2026-01-14T22:00:00Z");
    private static final List<String> WORDS = List.of(
            "Alibaba",
            "jumps",
            "<b>bold</b>",
            "</pre>",
            "&amp;",
            "&lt;",
            "a&b",
            "\"quoted\"",
            "5 < 6 > 4",
            "<a href=\"x\">",
            "\u202eevil\u202c",
            "zero\u200bwidth",
            "@everyone",
            "@some_user",
            "/forget",
            "阿里巴巴集团控股有限公司",
            "é",
            "e\u0301\u0302",
            "👍🏽",
            "🇩🇪",
            "👨\u200d👩\u200d👧",
            "\ud83d",
            "\udc4d",
            "line\nbreak",
            "tab\there",
            "\u001b[31m",
            "*_`[]()~",
            "</blockquote>",
            "<!--",
            "<",
            ">",
            "&",
            "https://auto.test/link",
            "…",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "\u0000",
            "­soft");

    private static final List<Tone> TONES = List.of(Tone.values());

    private final Random random;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    RandomCards(long seed) {
        this.random = new Random(seed);
    }

    /** Numbers that were put where they have to be found whole. */
    List<String> numbers() {
        return numbers;
    }

    /** Addresses that have to be reached. */
    List<String> links() {
        return links;
    }

    Card card() {
        Card.Builder card = Card.titled(Line.of(text(6)), AT).tone(TONES.get(random.nextInt(TONES.size())));
        int blocks = random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(8);
        for (int i = 0; i < blocks; i++) {
            card.block(block());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            URI page = random.nextBoolean() ? URI.create("https://source.test/?a=1&b=2") : null;
            Duration age = Duration.ofMinutes(random.nextInt(100_000));
            card.source(
                    new Provenance(text(2), AT.minus(age), Duration.ofMinutes(random.nextInt(2) * 15L), page, false));
        }
        return random.nextBoolean() ? card.build().asSample() : card.build();
    }

    private Block block() {
        return switch (random.nextInt(11)) {
            case 0 -> new Block.Heading(line(4));
            case 1, 2 -> new Block.Paragraph(line(random.nextInt(8) == 0 ? 900 : 30));
            case 3 -> new Block.Fields(some(12, () -> new Block.Field(Line.of(text(2)), line(10))));
            case 4, 5 -> table();
            case 6 -> new Block.Footer(line(20));
            case 7 -> new Block.Buttons(some(6, this::button));
            case 8 ->
                new Block.Menu(
                        line(3),
                        IntStream.rangeClosed(0, random.nextInt(25))
                                .mapToObj(i -> button())
                                .toList());
            case 9 -> new Block.Picture(picture(), text(random.nextInt(5) == 0 ? 300 : 5));
            default -> new Block.Document(text(2), "text/plain", text(50));
        };
    }

    private URI picture() {
        return switch (random.nextInt(4)) {
            case 0 -> URI.create("data:image/png;base64,iVBORw0KGgo=");
            case 1 -> URI.create("https://pictures.test/1.png");
            case 2 -> URI.create("data:nonsense");
            default -> URI.create("file:/nowhere.png");
        };
    }

    private Block.Table table() {
        int columns = 1 + random.nextInt(6);
        boolean narrow = random.nextBoolean();
        return new Block.Table(
                IntStream.range(0, columns)
                        .mapToObj(i -> new Block.Column(narrow ? "c" + i : text(2), random.nextBoolean()))
                        .toList(),
                some(
                        random.nextInt(6) == 0 ? 300 : 10,
                        () -> IntStream.range(0, columns)
                                .mapToObj(i -> narrow ? Line.of(Integer.toString(random.nextInt(999))) : line(3))
                                .toList()));
    }

    private Block.Button button() {
        return new Block.Button(
                Line.of(text(random.nextInt(6))), "/" + text(1 + random.nextInt(12)), random.nextBoolean());
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> one.get())
                .toList();
    }

    private Line line(int words) {
        Line line = Line.empty();
        for (int i = random.nextInt(words + 1); i > 0; i--) {
            String word = text(1);
            line = switch (random.nextInt(12)) {
                case 0 -> line.strong(word);
                case 1 -> line.emphasis(word);
                case 2 -> line.struck(word);
                case 3 -> line.code(word);
                case 4 -> line.link(word.isBlank() ? "x" : "x" + word, link());
                case 5 -> line.value(new Value.Price(random.nextDouble() * 1e6, "USD"));
                case 6 -> line.text(number());
                case 7 -> line.text(text(15));
                default -> line.text(word);
            };
            line = random.nextInt(5) == 0 ? line : line.text(" ");
        }
        return line;
    }

    /** Unlike any other, and between words of letters, so that it can be looked for. */
    private String number() {
        String number = String.format(
                Locale.ROOT, "%,d.%02d%%", 1_000_000_000L + random.nextInt(1_000_000_000), random.nextInt(100));
        numbers.add(number);
        return " " + number + " ";
    }

    private URI link() {
        if (random.nextInt(4) == 0) {
            return URI.create("javascript:alert(1)");
        }
        String address = "https://news.test/" + random.nextInt(1_000_000) + "?a=1&b=%22";
        links.add(address);
        return URI.create(address);
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
            text.append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
