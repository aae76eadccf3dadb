package dev.bellwether.analyst;

import dev.bellwether.analyst.StoryFinder.Story;
import dev.bellwether.fact.Instrument;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ranks the stories of a day by how close they come to explaining a move. Points, of our own making:
 *
 * <ul>
 *   <li>4 if the story is about the instrument itself, 1 more if its headline names it;
 *   <li>a theme is a word that several of the day's stories share; each theme of a story gives a quarter point for each other story that
 *       has it, 2 at the most, 8 in all: what everyone writes about is likelier the cause;
 *   <li>1 for each doubling of the outlets, 3 at the most;
 *   <li>-3 if its headline merely reports the move, -2 if it came after the close.
 * </ul>
 *
 * <p>A story about a peer counts only if it shares two themes with stories about the instrument. Pure functions.
 */
public final class StoryRanking {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\d-]{3,29}");
    private static final Pattern REPORTS_MOVE = Pattern.compile(
            "\\d\\s?%|\\b(?:clos(?:e|es|ed|ing)|open(?:s|ed|ing)|gains?|rises?|rose|jumps?|leaps?|falls?|fell|drops?|slips?|slides?|rall(?:y|ies)|volume|figures|numbers|chart|range|band|recap|wrap)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2_000;
    private static final int MOST_STORIES = 200;

    /** Words of every market report, which are no theme. */
    private static final Set<String> COMMON = Set.of(
            ("about above back december hold holdings holds january open according added after again against ahead also among analyst analysts another around average been before"
                            + " being below between billion both business chart close closed closes closing company companies could dollar"
                            + " dollars down during earlier early ended even every fell finished first five former four friday from gain"
                            + " gained gains group have higher high hour hours index into investor investors it's just large last late later"
                            + " least level like line listed listing little long looks lower make many market markets mean might million monday month"
                            + " months more morning most move much named near nearly news next only opened opening other over past percent"
                            + " plus point points price prices quarter rally range report reported reports rise risen rose said same says sector"
                            + " seen session several shall share shares should since some stand stands stock stocks still stopped strong such than that"
                            + " their them there these they this those three thursday time today took topic toward trade traded traders trading"
                            + " tuesday turn twelve twice under until upon usual very volume want wants wednesday week were what when where which while"
                            + " will with within without would year years york hong kong china chinese american street wall 200-day")
                    .split(" "));

    private final Instrument instrument;
    private final Instant close;

    /** @param close the end of the session in question */
    public StoryRanking(Instrument instrument, Instant close) {
        this.instrument = instrument;
        this.close = close;
    }

    /**
     * A story with its points.
     *
     * @param own whether it is about the instrument itself, not about a peer
     * @param report whether its headline merely reports the move
     * @param themes the words it shares with other stories of the day, the most shared first
     */
    public record Ranked(Story story, boolean own, boolean report, double points, List<String> themes) {}

    /** The stories, closest first; those about peers that share no themes with the instrument's are left out. */
    public List<Ranked> rank(List<Story> own, List<Story> peers) {
        List<Story> ours = distinct(own);
        List<Story> theirs = distinct(peers).stream()
                .filter(story -> !story.symbols().contains(instrument.symbol()))
                .toList();
        Map<String, Integer> shared = new HashMap<>();
        List<Story> all = new ArrayList<>(ours);
        all.addAll(theirs);
        all.forEach(story -> words(story).forEach(word -> shared.merge(word, 1, Integer::sum)));
        shared.values().removeIf(count -> count < 2);
        Set<String> inOurs =
                ours.stream().flatMap(story -> words(story).stream()).collect(Collectors.toSet());
        List<Ranked> ranked = new ArrayList<>();
        ours.forEach(story -> ranked.add(ranked(story, true, themes(story, shared), shared)));
        for (Story story : theirs) {
            List<String> themes =
                    themes(story, shared).stream().filter(inOurs::contains).toList();
            if (themes.size() >= 2) {
                ranked.add(ranked(story, false, themes, shared));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::points)
                .reversed()
                .thenComparing(one -> one.story().first()));
        return onceEach(ranked);
    }

    /** Of the tellings of one story, which lead to the same places, only the closest. */
    private static List<Ranked> onceEach(List<Ranked> ranked) {
        Set<Set<URI>> told = new HashSet<>();
        return ranked.stream()
                .filter(one -> one.story().links().isEmpty()
                        || told.add(Set.copyOf(one.story().links())))
                .toList();
    }

    private static List<Story> distinct(List<Story> stories) {
        return stories.stream().distinct().limit(MOST_STORIES).toList();
    }

    private Ranked ranked(Story story, boolean own, List<String> themes, Map<String, Integer> shared) {
        boolean report = REPORTS_MOVE.matcher(story.headline()).find();
        double points = own ? 4 : 0;
        points += namesUs(story.headline()) ? 1 : 0;
        points += Math.min(
                8,
                themes.stream()
                        .mapToDouble(theme -> Math.min(2, (shared.getOrDefault(theme, 1) - 1) / 4.0))
                        .sum());
        points += Math.min(3, Math.log(story.outlets()) / Math.log(2));
        points -= report ? 3 : 0;
        points -= story.first().isBefore(close) ? 0 : 2;
        return new Ranked(story, own, report, points, themes);
    }

    private boolean namesUs(String headline) {
        return headline.contains(instrument.symbol())
                || headline.contains(instrument.name())
                || instrument.aliases().stream().anyMatch(headline::contains);
    }

    private List<String> themes(Story story, Map<String, Integer> shared) {
        return words(story).stream()
                .filter(shared::containsKey)
                .sorted(Comparator.<String>comparingInt(word -> shared.getOrDefault(word, 0))
                        .reversed()
                        .thenComparing(word -> word))
                .toList();
    }

    /** The words of a story that may be a theme, each once; the instrument's own names are none. */
    private Set<String> words(Story story) {
        String text = story.headline() + "\n" + story.text();
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text.substring(0, Math.min(LONGEST, text.length())).toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group().replaceAll("-$", ""))
                .filter(word -> !COMMON.contains(word))
                .forEach(words::add);
        ourWords().forEach(words::remove);
        return words;
    }

    private Set<String> ourWords() {
        List<String> names = new ArrayList<>(instrument.aliases());
        names.add(instrument.name());
        names.add(instrument.symbol());
        return names.stream()
                .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\s+", -1)))
                .collect(Collectors.toSet());
    }
}
