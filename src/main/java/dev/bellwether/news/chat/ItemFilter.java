package dev.bellwether.news.chat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bellwether.fact.Article;
import dev.bellwether.talk.Line;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * Which items of a feed a chat wants.
 *
 * <p>{@code +word} must stand in the title or text, {@code -word} must not. Of all that has no sign in front, at least one must:
 * {@code "two words"} together, {@code re:…} an expression. Signs stand before phrases and expressions, too. Words are whole words and
 * upper and lower case are the same; Chinese has no spaces, so a Chinese word is found anywhere. Expressions are RE2: they run in
 * linear time whatever they are. Immutable.
 */
public final class ItemFilter {
    private static final int LONGEST = 500;
    private static final int MOST = 30;
    private static final int LARGEST_PROGRAM = 2_000;
    private static final java.util.regex.Pattern TERM =
            java.util.regex.Pattern.compile("([+-]?)(re:)?(?:\"([^\"]*)\"|(\\S+))");

    private final String text;
    private final List<Term> all;
    private final List<Term> none;
    private final List<Term> any;

    private ItemFilter(String text, List<Term> all, List<Term> none, List<Term> any) {
        this.text = text;
        this.all = List.copyOf(all);
        this.none = List.copyOf(none);
        this.any = List.copyOf(any);
    }

    /** One thing to look for. */
    private sealed interface Term {
        boolean isIn(String original, String folded);
    }

    private record Words(String folded) implements Term {
        @Override
        public boolean isIn(String original, String text) {
            for (int at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) {
                if (isEdge(text, at) && isEdge(text, at + folded.length())) {
                    return true;
                }
            }
            return false;
        }

        /** Between two letters or digits there is none, but between Chinese ones. */
        private static boolean isEdge(String text, int at) {
            return at == 0 || at == text.length() || !joins(text.codePointBefore(at)) || !joins(text.codePointAt(at));
        }

        private static boolean joins(int point) {
            return Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
        }
    }

    private record Expression(Pattern pattern) implements Term {
        @Override
        public boolean isIn(String original, String folded) {
            return pattern.matcher(original).find();
        }
    }

    /** Lets everything through. */
    public static ItemFilter everything() {
        return new ItemFilter("", List.of(), List.of(), List.of());
    }

    /**
     * Reads what was typed.
     *
     * @throws BadFilter if it can't be understood
     */
    public static ItemFilter parse(String typed) throws BadFilter {
        String text = typed.strip().replaceAll("[“”„«»]", "\"");
        if (text.length() > LONGEST) {
            throw new BadFilter(Line.say("feeds.filter.long", LONGEST));
        }
        List<Term> all = new ArrayList<>();
        List<Term> none = new ArrayList<>();
        List<Term> any = new ArrayList<>();
        Matcher terms = TERM.matcher(text);
        while (terms.find()) {
            Term term = term(terms);
            switch (terms.group(1)) {
                case "+" -> all.add(term);
                case "-" -> none.add(term);
                default -> any.add(term);
            }
        }
        if (all.size() + none.size() + any.size() > MOST) {
            throw new BadFilter(Line.say("feeds.filter.many", MOST));
        }
        return new ItemFilter(text, all, none, any);
    }

    private static Term term(Matcher found) throws BadFilter {
        boolean quoted = found.group(3) != null;
        String inner = quoted ? found.group(3) : found.group(4);
        if (found.group(2) != null) {
            return expression(inner);
        }
        if (!quoted && inner.indexOf('"') >= 0) {
            throw new BadFilter(Line.say("feeds.filter.quote", found.group()));
        }
        if (!quoted && found.group(1).isEmpty()) {
            throw new BadFilter(Line.say("feeds.filter.sign", inner));
        }
        String folded = fold(inner).strip();
        if (folded.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BadFilter(Line.say("feeds.filter.empty", found.group()));
        }
        return new Words(folded);
    }

    private static Term expression(String expression) throws BadFilter {
        if (expression.isBlank()) {
            throw new BadFilter(Line.say("feeds.filter.empty", "re:"));
        }
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            if (pattern.programSize() > LARGEST_PROGRAM) {
                throw new BadFilter(Line.say("feeds.filter.large", expression));
            }
            return new Expression(pattern);
        } catch (PatternSyntaxException e) {
            throw new BadFilter(Line.say("feeds.filter.expression", expression, e.getDescription()));
        }
    }

    /** As it was typed. */
    public String text() {
        return text;
    }

    /** Whether it lets everything through. */
    public boolean isEmpty() {
        return all.isEmpty() && none.isEmpty() && any.isEmpty();
    }

    /** Whether a chat wants an item. */
    public boolean wants(Article item) {
        return wants(item.title() + "\n" + item.text());
    }

    /** The same of any text. */
    boolean wants(String item) {
        String folded = fold(item);
        return all.stream().allMatch(term -> term.isIn(item, folded))
                && none.stream().noneMatch(term -> term.isIn(item, folded))
                && (any.isEmpty() || any.stream().anyMatch(term -> term.isIn(item, folded)));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
