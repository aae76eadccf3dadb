package dev.bellwether.bot.discord;

import dev.bellwether.command.Group;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Cards at random, the same for the same seed: of every kind of block, some empty, some huge, with all that data can hold. */
final class Cards {
    private static final List<String> BITS = List.of(
            "word",
            "BABA",
            "阿里巴巴",
            "@everyone",
            "<@123>",
            "**bold**",
            "||spoiler||",
            "~~no~~",
            "`code`",
            "```",
            "[text](https://evil.test)",
            "https://evil.test/a_b",
            "# head",
            "> quote",
            "- item",
            "1. one",
            "-# small",
            "\u202etfel",
            "\u200b",
            "👨\u200d👩\u200d👧",
            "é\u0301\u0301",
            "\ud83d",
            "<t:0:R>",
            "1,234,567.89",
            "+6.2%",
            "\\",
            "_under_score_",
            "<:emoji:1>",
            "\n",
            "\t",
            "\u0000",
            "𝔘𝔫𝔦");

    private final Random random;

    Cards(long seed) {
        random = new Random(seed);
    }

    Card card() {
        Card.Builder card = Card.titled(line(), Group.NOW).tone(pick(List.of(Tone.values())));
        int blocks = random.nextInt(9);
        for (int i = 0; i < blocks; i++) {
            card.block(block());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            card.source(new Provenance(
                    text(3),
                    Group.NOW.minusSeconds(random.nextInt(100_000)),
                    Duration.ofMinutes(random.nextInt(20)),
                    random.nextBoolean() ? URI.create("https://source.test/" + i) : null,
                    random.nextBoolean()));
        }
        return card.build();
    }

    private Block block() {
        return switch (random.nextInt(10)) {
            case 0 -> new Block.Heading(line());
            case 1, 2 -> new Block.Paragraph(line());
            case 3 -> new Block.Fields(some(30, i -> new Block.Field(line(), line())));
            case 4 -> table();
            case 5 -> picture();
            case 6 -> new Block.Document(text(4), "text/plain", text(50));
            case 7 -> new Block.Buttons(some(40, i -> button(i)));
            case 8 ->
                new Block.Menu(
                        line(),
                        IntStream.rangeClosed(0, random.nextInt(25))
                                .mapToObj(this::button)
                                .toList());
            default -> new Block.Footer(line());
        };
    }

    private Block table() {
        int columns = 1 + random.nextInt(6);
        List<Block.Column> heads = some(columns, columns, i -> new Block.Column(text(2), random.nextBoolean()));
        boolean narrow = random.nextBoolean();
        List<List<Line>> rows = some(
                60,
                row -> some(columns, columns, i -> narrow ? Line.of(Integer.toString(random.nextInt(9_999))) : line()));
        return new Block.Table(heads, rows);
    }

    private Block picture() {
        URI address = pick(List.of(
                URI.create("https://pictures.test/a.png"),
                URI.create("data:image/png;base64,iVBORw0KGgo="),
                URI.create("data:text/html,evil"),
                URI.create("javascript:alert(1)"),
                URI.create("file:/nowhere/at/all.png")));
        return new Block.Picture(address, text(5));
    }

    private Block.Button button(int number) {
        boolean same = random.nextInt(10) == 0;
        return new Block.Button(Line.of(text(6)), "/quote " + (same ? "X" : number + text(6)), random.nextBoolean());
    }

    Line line() {
        Line line = Line.empty();
        for (int i = random.nextInt(5); i > 0; i--) {
            line = line.then(piece());
        }
        return line;
    }

    private Line piece() {
        String text = text(random.nextInt(40) == 0 ? 1_500 : 8);
        return switch (random.nextInt(9)) {
            case 0 -> Line.empty().strong(text);
            case 1 -> Line.empty().emphasis(text);
            case 2 -> Line.empty().code(text);
            case 3 -> Line.empty().struck(text);
            case 4 -> Line.empty().link(text, address());
            case 5 -> Line.of(new Value.Price(random.nextDouble() * 1_000_000, "USD"));
            case 6 -> Line.of(new Value.Day(LocalDate.of(2026, 1, 2))).text(" ").value(new Value.Words(text));
            case 7 -> Line.of(Value.Percent.change(random.nextGaussian() * 10, "1d"));
            default -> Line.of(text);
        };
    }

    private URI address() {
        return pick(List.of(
                URI.create("https://page.test/a_(b)*c*?d=e&f=%20g"),
                URI.create("javascript:alert(1)"),
                URI.create("https://user:secret@page.test/"),
                URI.create("http://page.test/" + "x".repeat(random.nextInt(3_000))),
                URI.create("mailto:a@b.test")));
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(pick(BITS)).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private <T> List<T> some(int most, IntFunction<T> each) {
        return some(0, most, each);
    }

    private <T> List<T> some(int least, int most, IntFunction<T> each) {
        int count = least + random.nextInt(most - least + 1);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(each.apply(i));
        }
        return list;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
