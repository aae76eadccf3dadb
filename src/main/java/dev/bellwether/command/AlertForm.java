package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleHints;
import dev.bellwether.watch.rule.RuleHints.Takes;
import dev.bellwether.watch.rule.RuleHints.Template;
import dev.bellwether.watch.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Builds a rule with menus and buttons: instrument, kind of alert, level, how often. Each step is a command that is not finished yet, such
 * as {@code /alert BABA} or {@code /alert BABA price}, so it works wherever buttons do and can be typed as well. A rule that ends with a
 * question mark is looked at and not armed.
 */
final class AlertForm {
    private static final int MOST_OPTIONS = 25;

    private final AlertTools tools;
    private final AlertLevels levels;
    private final LookBack lookBack;

    AlertForm(AlertTools tools) {
        this.tools = tools;
        this.levels = new AlertLevels(tools.markets());
        this.lookBack = new LookBack(tools);
    }

    /** The first step: which instrument. */
    Answer start(Ask ask) {
        Card.Builder card = Card.titled(Line.say("alert.form.title"), ask.at())
                .paragraph(Line.say("alert.form.type", code("/alert BABA price > 155"), code("/help alert")));
        List<Block.Button> options = tools.symbols().configured().stream()
                .limit(MOST_OPTIONS)
                .map(symbol -> next(Line.of(symbol), symbol))
                .toList();
        if (!options.isEmpty()) {
            card.block(new Block.Menu(Line.say("alert.form.which"), options));
        }
        return Answer.privately(card.build());
    }

    /** The step that a text without a finished rule leads to; empty if it is no step. */
    Optional<Answer> step(Ask ask, TypedAlert typed) {
        String text = typed.rule();
        Optional<Target> whole = instrument(text);
        if (whole.isPresent()) {
            return Optional.of(kinds(ask, typed, whole.get()));
        }
        int blank = lastBlank(text);
        Optional<Template> template = blank < 0 ? Optional.empty() : template(text.substring(blank + 1));
        return template.flatMap(
                kind -> instrument(text.substring(0, blank).strip()).map(target -> level(ask, typed, target, kind)));
    }

    /** Any word may be a ticker somewhere: only what is followed, or looks like one as typed, is meant as one. */
    private Optional<Target> instrument(String text) {
        return tools.symbols()
                .find(text)
                .filter(target -> target.configured() || text.equals(text.toUpperCase(Locale.ROOT)));
    }

    private static int lastBlank(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static Optional<Template> template(String name) {
        return RuleHints.templates().stream()
                .filter(template -> template.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Answer kinds(Ask ask, TypedAlert typed, Target target) {
        String symbol = target.listing().symbol();
        Card.Builder card = Card.titled(Line.say("alert.form.kinds", symbol), ask.at());
        levels.price(ask, target).ifPresent(card::paragraph);
        card.block(new Block.Fields(RuleHints.templates().stream()
                .map(template -> new Block.Field(template.label(), template.line()))
                .toList()));
        card.block(new Block.Menu(
                Line.say("alert.form.kind"),
                RuleHints.templates().stream()
                        .limit(MOST_OPTIONS)
                        .map(template -> next(template.label(), first(typed, template, symbol)))
                        .toList()));
        return Answer.privately(card.build());
    }

    private static String first(TypedAlert typed, Template template, String symbol) {
        return template.takes() == Takes.NOTHING
                ? looked(typed, template.text(symbol, ""))
                : flagged(typed, symbol + " " + template.name());
    }

    private Answer level(Ask ask, TypedAlert typed, Target target, Template template) {
        String symbol = target.listing().symbol();
        Card.Builder card = Card.titled(Line.say("alert.form.level", symbol, template.label()), ask.at())
                .paragraph(template.line());
        levels.price(ask, target).ifPresent(card::paragraph);
        List<Block.Button> options = new ArrayList<>();
        if (template.takes() == Takes.NOTHING) {
            options.add(next(template.label(), looked(typed, template.text(symbol, ""))));
        }
        levels.offers(ask, target, template).stream()
                .limit(MOST_OPTIONS)
                .forEach(offer ->
                        options.add(next(offer.label(), looked(typed, template.text(symbol, offer.typed())))));
        if (!options.isEmpty()) {
            card.block(new Block.Menu(Line.say("alert.form.choose"), options));
        }
        String example = "/alert " + flagged(typed, template.text(symbol, template.example()));
        return Answer.privately(card.block(new Block.Footer(Line.say("alert.form.own", code(example))))
                .build());
    }

    /** The last step: what the rule means and would have done, and how often it is to fire. */
    Answer look(Ask ask, TypedAlert typed, Rule rule) {
        Card.Builder card = Card.titled(Line.say("alert.form.look"), ask.at())
                .paragraph(Line.empty().strong(tools.reading().of(rule)));
        lookBack.blocks(ask, rule).forEach(card::block);
        card.block(new Block.Buttons(oftens(typed, rule)));
        if (ask.manager() && !ask.alone() && !typed.group()) {
            String text = "group " + RuleText.of(rule) + (typed.remind() ? " remind daily" : "") + " ?";
            card.block(new Block.Buttons(List.of(next(Line.say("alert.form.group"), text))));
        }
        return Answer.privately(card.build());
    }

    private static List<Block.Button> oftens(TypedAlert typed, Rule rule) {
        List<Block.Button> buttons = new ArrayList<>();
        for (Rule.Repeat repeat : Rule.Repeat.values()) {
            Rule so = new Rule(
                    rule.scope(), rule.when(), rule.basis(), repeat, rule.cooldown(), rule.until(), rule.note());
            Line label = switch (repeat) {
                case ONCE -> Line.say("alert.form.once");
                case EVERY_TIME -> Line.say("alert.form.every-time");
                case DAILY -> Line.say("alert.form.daily");
            };
            buttons.add(new Block.Button(label, "/alert " + flagged(typed, RuleText.of(so))));
        }
        return buttons;
    }

    private static Block.Button next(Line label, String text) {
        return new Block.Button(label, "/alert " + text, true);
    }

    private static String flagged(TypedAlert typed, String rule) {
        return new TypedAlert(rule, typed.group(), typed.remind(), false).with(rule);
    }

    private static String looked(TypedAlert typed, String rule) {
        return new TypedAlert(rule, typed.group(), typed.remind(), true).with(rule);
    }

    private static Line code(String text) {
        return Line.empty().code(text);
    }
}
