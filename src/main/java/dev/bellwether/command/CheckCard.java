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
import java.net.URI;
import java.time.Instant;
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
        Card.Builder card = Card.titled("Checked", at).tone(tone(checked));
        if (title != null && link != null) {
            card.paragraph(Line.empty().link(title, link));
        }
        card.paragraph(
                checked.isEmpty()
                        ? Line.of(
                                "I found no claim in it that can be checked: no price, change, average, level, volume, date or"
                                        + " target that I could read.")
                        : summary(checked));
        checked.forEach(each -> card.paragraph(line(each)));
        if (outcome.more() > 0) {
            card.paragraph("And " + outcome.more() + " more that I did not check; send a shorter part.");
        }
        if (!checked.isEmpty()) {
            card.block(new Block.Footer(Line.of("Checked as of ")
                    .value(new Value.Moment(published.at()))
                    .text(" (" + published.how() + ") and of the end of that day.")));
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
        List<String> parts = new ArrayList<>();
        parts.add(right + (right == 1 ? " agrees" : " agree"));
        if (off > 0) {
            parts.add(off + (off == 1 ? " is off" : " are off"));
        }
        if (wrong > 0) {
            parts.add(wrong + (wrong == 1 ? " contradicts" : " contradict") + " what I find");
        }
        if (open > 0) {
            parts.add(open + " can't be checked");
        }
        return Line.of(
                checked.size() + (checked.size() == 1 ? " claim: " : " claims: ") + String.join(", ", parts) + ".");
    }

    private static long count(List<Checked> checked, Class<? extends Verdict> kind) {
        return checked.stream().filter(each -> kind.isInstance(each.verdict())).count();
    }

    private static Line line(Checked checked) {
        Line claimed = Line.empty()
                .strong(Claimed.label(checked))
                .text(" ")
                .then(Claimed.line(checked))
                .text(": ");
        return switch (checked.verdict()) {
            case Verdict.Agrees(Verdict.Finding finding) ->
                claimed.strong("agrees").then(found(finding));
            case Verdict.Off(Verdict.Finding finding) ->
                claimed.strong("off by ").value(finding.gap()).then(found(finding));
            case Verdict.Contradicts(Verdict.Finding finding) ->
                claimed.strong("contradicts")
                        .text(", off by ")
                        .value(finding.gap())
                        .then(found(finding));
            case Verdict.Unchecked(String why) -> claimed.text("can't be checked: " + why + ".");
        };
    }

    private static Line found(Verdict.Finding finding) {
        String of = finding.listing() == null ? "" : " of " + finding.listing();
        Line line = Line.of("; " + finding.what() + of + " ").value(finding.computed());
        if (finding.day() != null && !(finding.computed() instanceof Value.Day)) {
            line = line.text(" on ").value(new Value.Day(finding.day()));
        }
        return line.text(" (tolerance " + finding.tolerance() + ").");
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
            case Verdict.Unchecked(String why) -> {
                parts.put("computed", new Value.Missing(why));
                parts.put("why", new Value.Words(why));
            }
        }
        parts.put("sentence", new Value.Words(Claimed.sentence(checked)));
        return new Datum.Parts(null, parts);
    }

    private static void put(Verdict.Finding finding, Map<String, Datum> parts) {
        parts.put("computed", finding.computed());
        parts.put("what", new Value.Words(finding.what()));
        parts.put("gap", finding.gap());
        parts.put("tolerance", new Value.Words(finding.tolerance()));
        if (finding.listing() != null) {
            parts.put("listing", new Value.Words(finding.listing()));
        }
        if (finding.day() != null) {
            parts.put("day", new Value.Day(finding.day()));
        }
    }
}
