package dev.bellwether.analyst;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of companies, brought to a form in which their spellings meet. */
final class Names {
    /** More than any name has; what a text gives as one may be anything. */
    private static final int LONGEST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b|['’]");
    private static final Pattern DOTS = Pattern.compile("\\.");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What companies hang behind their names. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "adr",
            "ads",
            "ag",
            "and",
            "asa",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "gmbh",
            "group",
            "holding",
            "holdings",
            "inc",
            "incorporated",
            "kg",
            "kgaa",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "nv",
            "plc",
            "sa",
            "se",
            "spa");

    private Names() {}

    /** The words of a name: lower case, without accents, dots and a leading article. */
    static List<String> words(String name) {
        String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        text = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        text = MARKS.matcher(text).replaceAll("");
        text = POSSESSIVE.matcher(text).replaceAll("").replace("&", " and ");
        text = DOTS.matcher(text).replaceAll("");
        List<String> words = new ArrayList<>(Arrays.asList(BETWEEN.split(text, -1)));
        words.removeIf(String::isEmpty);
        if (words.size() > 1 && words.getFirst().equals("the")) {
            words.removeFirst();
        }
        return words;
    }

    /** The name without its legal form, as one word: {@code alibaba} for "Alibaba Group Holding Ltd."; empty for no name. */
    static String bare(String name) {
        List<String> words = words(name);
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        return String.join("", words);
    }

    static boolean isLegalForm(String word) {
        return LEGAL_FORMS.contains(word);
    }
}
