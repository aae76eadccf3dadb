package dev.bellwether.command;

import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Backtests;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of the past of a rule: whether it is true already, when it would have fired, and what the price did then. */
final class LookBack {
    private static final Logger LOG = LoggerFactory.getLogger(LookBack.class);
    private static final int MOST_LISTINGS = 3;
    private static final int MOST_DAYS = 12;

    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column(Line.say("alert.back.after"), false),
            new Block.Column(Line.say("alert.back.median"), true),
            new Block.Column(Line.say("alert.back.rose"), true),
            new Block.Column(Line.say("alert.back.cases"), true));

    private final AlertTools tools;

    LookBack(AlertTools tools) {
        this.tools = tools;
    }

    /** Nothing where nothing can be said. */
    List<Block> blocks(Ask ask, Rule rule) {
        List<String> listings = listings(ask, rule);
        if (listings.isEmpty()) {
            return List.of(new Block.Paragraph(
                    Line.say("alert.empty-list", Line.empty().code("/watch add BABA"))));
        }
        List<Block> blocks = new ArrayList<>();
        for (String listing : listings.subList(0, Math.min(MOST_LISTINGS, listings.size()))) {
            result(ask, rule, listing).ifPresent(result -> blocks.addAll(blocks(listing, result)));
        }
        if (blocks.stream().anyMatch(block -> block instanceof Block.Table)) {
            blocks.add(new Block.Footer(Line.say("alert.back.how")));
        }
        return blocks;
    }

    private List<String> listings(Ask ask, Rule rule) {
        return switch (rule.scope()) {
            case Scope.Symbols(List<String> symbols) -> symbols;
            case Scope.Watchlist() -> tools.watchlists().list(ask.chat(), ask.member());
        };
    }

    /** An alert that can't be looked back at is set all the same. */
    private Optional<Backtests.Result> result(Ask ask, Rule rule, String listing) {
        try {
            return tools.backtests().lookBack(rule, listing, ask.at());
        } catch (RuntimeException e) {
            LOG.error("Could not look back at a rule for {}", listing, e);
            return Optional.empty();
        }
    }

    private static List<Block> blocks(String listing, Backtests.Result result) {
        List<Block> blocks = new ArrayList<>();
        if (Boolean.TRUE.equals(result.trueNow())) {
            blocks.add(new Block.Paragraph(Line.say("alert.true-already", listing)));
        }
        blocks.add(new Block.Heading(Line.say("alert.back.title", listing)));
        Line times = result.days().isEmpty()
                ? Line.say("alert.back.never", day(result.from()), day(result.to()))
                : Line.count(
                        "alert.back.times", result.days().size(), day(result.from()), day(result.to()), days(result));
        blocks.add(new Block.Paragraph(times));
        List<List<Line>> rows = result.after().stream()
                .filter(after -> after.cases() > 0)
                .map(LookBack::row)
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(COLUMNS, rows));
        }
        return blocks;
    }

    private static Value day(LocalDate date) {
        return new Value.Day(date);
    }

    private static Line days(Backtests.Result result) {
        List<LocalDate> days = result.days();
        List<Line> last = days.subList(Math.max(0, days.size() - MOST_DAYS), days.size()).stream()
                .map(date -> Line.of(day(date)))
                .toList();
        Line listed = Line.joined("value.comma", last);
        return days.size() > MOST_DAYS ? Line.say("value.more", listed, days.size() - MOST_DAYS) : listed;
    }

    private static List<Line> row(Backtests.After after) {
        return List.of(
                Line.count("alert.back.days", after.bars()),
                Line.of(Value.Percent.change(after.median(), after.bars() + "d")),
                Line.of(Value.Percent.share(after.rose())),
                Line.of(Integer.toString(after.cases())));
    }
}
