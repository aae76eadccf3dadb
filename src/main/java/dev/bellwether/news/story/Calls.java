package dev.bellwether.news.story;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The analysts' calls that an article is about: the houses of its headline, else the first of its first sentence. Houses
 * further down, and those of an article that is about something else, are background.
 *
 * @param firms the houses; empty if the article is not about calls or names none
 * @param targets price targets, of those houses as far as known
 */
record Calls(Set<String> firms, Set<Double> targets) {

    static Calls of(StoryInput article, List<Word> words, List<Brokers.Mention> mentions, Set<String> kinds) {
        Set<String> called = new LinkedHashSet<>();
        article.calls().forEach(call -> called.add(Brokers.house(call.firm())));
        Set<String> title = houses(words, mentions, 0);
        Set<String> lead = houses(words, mentions, 1);
        if (!called.isEmpty()) {
            title.retainAll(called);
            lead.retainAll(called);
            lead.addAll(called);
        }
        if (!kinds.contains(Kinds.RATING)) {
            return new Calls(Set.of(), targets(article, words, Set.of()));
        }
        Set<String> first = lead.stream().findFirst().map(Set::of).orElse(Set.of());
        Set<String> firms = title.isEmpty() ? first : title;
        return new Calls(firms, targets(article, words, firms));
    }

    private static Set<String> houses(List<Word> words, List<Brokers.Mention> mentions, int sentence) {
        Set<String> houses = new LinkedHashSet<>();
        for (Brokers.Mention mention : mentions) {
            if (words.get(mention.from()).sentence() == sentence) {
                houses.add(mention.house());
            }
        }
        return houses;
    }

    /** As given with the article, else as its first sentences state them. */
    private static Set<Double> targets(StoryInput article, List<Word> words, Set<String> firms) {
        Set<Double> given = new TreeSet<>();
        for (CallKey call : article.calls()) {
            boolean ours = firms.isEmpty() || firms.contains(Brokers.house(call.firm()));
            if (ours && call.newTarget() != null) {
                given.add(call.newTarget().doubleValue());
            }
        }
        return given.isEmpty() ? Figures.targets(words) : given;
    }

    /** The targets given with an article, as printed, by house as printed. */
    static Map<String, String> printed(StoryInput article) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (CallKey call : article.calls()) {
            if (call.newTarget() != null) {
                targets.put(call.firm(), call.newTarget().toPlainString());
            }
        }
        return targets;
    }
}
