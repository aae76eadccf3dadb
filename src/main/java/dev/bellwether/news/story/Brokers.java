package dev.bellwether.news.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the houses of analysts in a text by a list of their spellings, and makes the spellings of one house one. */
final class Brokers {
    private static final Map<String, String> HOUSES = houses();
    private static final int LONGEST = 5;

    /** A house named in a text: words {@code from} to before {@code to}. */
    record Mention(String house, int from, int to) {}

    private Brokers() {}

    /** Every house named, in the order of the text, the longest spelling first. */
    static List<Mention> in(List<Word> words) {
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Mention mention = words.get(i).capital() ? at(words, i) : null;
            if (mention != null) {
                found.add(mention);
                i = mention.to() - 1;
            }
        }
        return found;
    }

    /** The stems of the words that name the houses. */
    static Set<String> stems(List<Word> words, List<Mention> mentions) {
        Set<String> stems = new HashSet<>();
        for (Mention mention : mentions) {
            words.subList(mention.from(), mention.to()).forEach(word -> stems.add(word.stem()));
        }
        return stems;
    }

    private static @Nullable Mention at(List<Word> words, int from) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            String spelling = spelling(words, from, length);
            String house = HOUSES.get(spelling);
            if (house != null) {
                return new Mention(house, from, from + length);
            }
        }
        return null;
    }

    private static String spelling(List<Word> words, int from, int length) {
        StringBuilder spelling = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            spelling.append(i == from ? "" : " ").append(plain(words.get(i).text()));
        }
        return spelling.toString();
    }

    /** A firm's name as others spell it: the house if it is known, else its own words. */
    static String house(String firm) {
        String[] words = plain(firm).split(" ", -1);
        for (int length = words.length; length > 0; length--) {
            String house = HOUSES.get(String.join(" ", Arrays.asList(words).subList(0, length)));
            if (house != null) {
                return house;
            }
        }
        return String.join(" ", words);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }

    private static Map<String, String> houses() {
        Map<String, String> houses = new HashMap<>();
        Lexicon.entries("brokers.txt").forEach((house, spellings) -> {
            houses.put(house, house);
            spellings.forEach(spelling -> houses.put(spelling, house));
        });
        return Map.copyOf(houses);
    }
}
