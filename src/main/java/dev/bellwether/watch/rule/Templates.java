package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import dev.bellwether.watch.rule.RuleHints.Takes;
import dev.bellwether.watch.rule.RuleHints.Template;
import java.util.List;

/** The kinds of rules that are made with buttons. */
final class Templates {
    static final List<Template> ALL = List.of(
            new Template(
                    "above",
                    "price > {level}",
                    Takes.PRICE,
                    "155",
                    Line.say("rule.kind.above"),
                    Line.say("rule.kind.above.more")),
            new Template(
                    "below",
                    "price < {level}",
                    Takes.PRICE,
                    "140",
                    Line.say("rule.kind.below"),
                    Line.say("rule.kind.below.more")),
            new Template(
                    "breakout",
                    "breakout",
                    Takes.NOTHING,
                    "",
                    Line.say("rule.kind.breakout"),
                    Line.say("rule.kind.breakout.more")),
            new Template(
                    "confirmed",
                    "breakout confirmed",
                    Takes.NOTHING,
                    "",
                    Line.say("rule.kind.confirmed"),
                    Line.say("rule.kind.confirmed.more")),
            new Template(
                    "rise",
                    "change >= {level}%",
                    Takes.PERCENT,
                    "5",
                    Line.say("rule.kind.rise"),
                    Line.say("rule.kind.rise.more")),
            new Template(
                    "fall",
                    "falls {level}%",
                    Takes.PERCENT,
                    "5",
                    Line.say("rule.kind.fall"),
                    Line.say("rule.kind.fall.more")),
            new Template(
                    "rsi-low",
                    "rsi < {level}",
                    Takes.RSI,
                    "30",
                    Line.say("rule.kind.rsi-low"),
                    Line.say("rule.kind.rsi-low.more")),
            new Template(
                    "rsi-high",
                    "rsi > {level}",
                    Takes.RSI,
                    "70",
                    Line.say("rule.kind.rsi-high"),
                    Line.say("rule.kind.rsi-high.more")),
            new Template(
                    "closes-above",
                    "closes above {level} twice",
                    Takes.PRICE,
                    "155",
                    Line.say("rule.kind.closes-above"),
                    Line.say("rule.kind.closes-above.more")),
            new Template(
                    "closes-below",
                    "closes below {level} twice",
                    Takes.PRICE,
                    "140",
                    Line.say("rule.kind.closes-below"),
                    Line.say("rule.kind.closes-below.more")),
            new Template(
                    "average",
                    "crosses sma200 with volume > {level}",
                    Takes.TIMES,
                    "2",
                    Line.say("rule.kind.average"),
                    Line.say("rule.kind.average.more")),
            new Template(
                    "golden",
                    "golden cross",
                    Takes.NOTHING,
                    "",
                    Line.say("rule.kind.golden"),
                    Line.say("rule.kind.golden.more")),
            new Template(
                    "death",
                    "death cross",
                    Takes.NOTHING,
                    "",
                    Line.say("rule.kind.death"),
                    Line.say("rule.kind.death.more")),
            new Template(
                    "high",
                    "new 52w high",
                    Takes.NOTHING,
                    "",
                    Line.say("rule.kind.high"),
                    Line.say("rule.kind.high.more")),
            new Template(
                    "low", "new 52w low", Takes.NOTHING, "", Line.say("rule.kind.low"), Line.say("rule.kind.low.more")),
            new Template(
                    "near-high",
                    "within {level}% of 52w high",
                    Takes.PERCENT,
                    "1",
                    Line.say("rule.kind.near-high"),
                    Line.say("rule.kind.near-high.more")),
            new Template(
                    "volume",
                    "volume > {level}",
                    Takes.TIMES,
                    "2",
                    Line.say("rule.kind.volume"),
                    Line.say("rule.kind.volume.more")),
            new Template(
                    "parity",
                    "parity > {level}%",
                    Takes.PERCENT,
                    "2",
                    Line.say("rule.kind.parity"),
                    Line.say("rule.kind.parity.more")),
            new Template(
                    "target",
                    "target changed",
                    Takes.NOTHING,
                    "",
                    Line.say("rule.kind.target"),
                    Line.say("rule.kind.target.more")),
            new Template(
                    "news",
                    "news {level}",
                    Takes.WORDS,
                    "Qwen",
                    Line.say("rule.kind.news"),
                    Line.say("rule.kind.news.more")),
            new Template(
                    "earnings",
                    "earnings in {level} days",
                    Takes.DAYS,
                    "3",
                    Line.say("rule.kind.earnings"),
                    Line.say("rule.kind.earnings.more")));

    private Templates() {}
}
