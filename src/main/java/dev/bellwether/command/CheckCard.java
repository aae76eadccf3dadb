package dev.bellwether.command;

import dev.bellwether.analyst.Checked;
import dev.bellwether.analyst.TextCheck;
import dev.bellwether.analyst.Verdict;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The card of {@code /check}: a line for each claim, with verdict, tolerance, listing and day. */
final class CheckCard {
    private final Instant at;
    private final CheckCommand.Published published;

    CheckCard(Instant at, CheckCommand.Published published) {
        this.at = at;
        this.published = published;
    }

    Card of(TextCheck.Outcome outcome, @Nullable String title, @Nullable URI link) {
        List<Checked> checked = outcome.checked();
        Card.Builder card = Card.titled(Line.say("check.title"), at).tone(tone(checked));
        if (title != null && link != null) {
            card.paragraph(Line.empty().link(title, link));
        }
        card.paragraph(checked.isEmpty() ? Line.say("check.claims.none") : summary(checked));
        checked.forEach(each -> card.paragraph(line(each)));
        if (outcome.more() > 0) {
            card.paragraph(Line.say("check.more", outcome.more()));
        }
        if (!checked.isEmpty()) {
            card.block(new Block.Footer(Line.say("check.as.of", new Value.Moment(published.at()), published.how())));
        }
        return card.datum("published", new Value.Moment(published.at()))
                .datum(
                        "claims",
                        new Datum.Items(checked.stream().map(CheckCard::datum).toList()))
                .datum("more", new Value.Count(outcome.more(), "claims"))
                .build();
    }

    private static Tone tone(List<Checked> checked) {
        return checked.stream().anyMatch(each -> each.verdict() instanceof Verdict.Contradicts)
                ? Tone.NOTICE
                : Tone.NEUTRAL;
    }

    private static Line summary(List<Checked> checked) {
        long right = count(checked, Verdict.Agrees.class);
        long off = count(checked, Verdict.Off.class);
        long wrong = count(checked, Verdict.Contradicts.class);
        long open = count(checked, Verdict.Unchecked.class);
        List<Line> parts = new ArrayList<>();
        parts.add(Line.count("check.count.right", right));
        if (off > 0) {
            parts.add(Line.count("check.count.off", off));
        }
        if (wrong > 0) {
            parts.add(Line.count("check.count.wrong", wrong));
        }
        if (open > 0) {
            parts.add(Line.count("check.count.open", open));
        }
        return Line.count("check.count", checked.size(), Line.joined("desk.comma", parts));
    }

    private static long count(List<Checked> checked, Class<? extends Verdict> kind) {
        return checked.stream().filter(each -> kind.isInstance(each.verdict())).count();
    }

    private static Line line(Checked checked) {
        Line label = Line.empty().strong(Claimed.label(checked));
        Line claimed = Claimed.line(checked);
        return switch (checked.verdict()) {
            case Verdict.Agrees(Verdict.Finding finding) ->
                line(label, claimed, Line.empty().strong(Line.say("check.agrees")), finding);
            case Verdict.Off(Verdict.Finding finding) ->
                line(label, claimed, Line.empty().strong(Line.say("check.off", gap(finding.gap()))), finding);
            case Verdict.Contradicts(Verdict.Finding finding) -> {
                Line word = Line.empty().strong(Line.say("check.contradicts"));
                yield line(label, claimed, Line.say("check.contradicts.by", word, gap(finding.gap())), finding);
            }
            case Verdict.Unchecked(Line why) -> Line.say("check.unchecked", label, claimed, why);
        };
    }

    private static Line line(Line label, Line claimed, Line verdict, Verdict.Finding finding) {
        return Line.say("check.line", label, claimed, verdict, found(finding), finding.tolerance());
    }

    /** How far off, with its unit in the reader's language. */
    private static Line gap(Value gap) {
        return switch (gap) {
            case Value.Figure(double points, int decimals, String unit)
            when "points".equals(unit) -> Line.say("check.gap.points", new Value.Figure(points, decimals, null));
            case Value.Count(long days, String unit) when unit.equals("days") -> Line.count("check.gap.days", days);
            default -> Line.of(gap);
        };
    }

    private static Line found(Verdict.Finding finding) {
        Value computed = finding.computed();
        String listing = finding.listing();
        LocalDate day = computed instanceof Value.Day ? null : finding.day();
        if (listing == null) {
            return day == null
                    ? Line.say("check.found", finding.what(), computed)
                    : Line.say("check.found.on", finding.what(), computed, new Value.Day(day));
        }
        return day == null
                ? Line.say("check.found.of", finding.what(), computed, listing)
                : Line.say("check.found.of.on", finding.what(), computed, listing, new Value.Day(day));
    }

    private static Datum datum(Checked checked) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("kind", new Value.Words(Claimed.kind(checked)));
        parts.put("about", new Value.Words(checked.about()));
        parts.put("claimed", Claimed.value(checked));
        parts.put("verdict", new Value.Words(checked.verdict().label()));
        switch (checked.verdict()) {
            case Verdict.Agrees(Verdict.Finding finding) -> put(finding, parts);
            case Verdict.Off(Verdict.Finding finding) -> put(finding, parts);
            case Verdict.Contradicts(Verdict.Finding finding) -> put(finding, parts);
            case Verdict.Unchecked(Line why) -> {
                parts.put("computed", new Value.Missing(why));
                parts.put("why", words(why));
            }
        }
        parts.put("sentence", new Value.Words(Claimed.sentence(checked)));
        return new Datum.Parts(null, parts);
    }

    /** Programs read English. */
    private static Value words(Line line) {
        return new Value.Words(Voice.english().plain(line));
    }

    private static void put(Verdict.Finding finding, Map<String, Datum> parts) {
        parts.put("computed", finding.computed());
        parts.put("what", words(finding.what()));
        parts.put("gap", finding.gap());
        parts.put("tolerance", words(finding.tolerance()));
        if (finding.listing() != null) {
            parts.put("listing", new Value.Words(finding.listing()));
        }
        if (finding.day() != null) {
            parts.put("day", new Value.Day(finding.day()));
        }
    }
}
