package dev.bellwether.news.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From an article to what it says. */
final class GistReader {
    private final Commonness commonness;

    GistReader(Commonness commonness) {
        this.commonness = commonness;
    }

    /** Reads an article; {@code when} stands in for a missing date. */
    Account read(StoryInput article, Instant when) {
        List<Word> words = WordReader.read(article.title(), article.text());
        List<Word> headline = sentence(words, 0);
        Set<String> kinds = kinds(words, headline);
        List<Brokers.Mention> houses = kinds.contains(Kinds.RATING) ? Brokers.in(words) : List.of();
        Names names = new Names(words);
        Subject subject = new Subject(words, names, houses);
        Calls calls = Calls.of(article, words, houses, kinds);
        Set<String> places = Places.in(headline);
        Gist gist = new Gist(
                when.getEpochSecond(),
                article.published() != null,
                Terms.of(words, names, subject.stems(), Brokers.stems(words, houses), commonness),
                calls.firms(),
                calls.targets(),
                kinds,
                Periods.in(headline),
                places,
                places.isEmpty() ? Places.in(sentence(words, 1)) : places,
                article.companies(),
                subject.tickers(),
                Figures.of(words.stream().filter(word -> word.sentence() <= 1).toList()),
                SimHash.of(words));
        return new Account(gist, Figures.of(words), Calls.printed(article), stage(kinds, headline));
    }

    private static Set<String> kinds(List<Word> words, List<Word> headline) {
        Set<String> kinds = Kinds.of(headline);
        return kinds.isEmpty() ? Kinds.of(sentence(words, 1)) : kinds;
    }

    private static List<Word> sentence(List<Word> words, int number) {
        return words.stream().filter(word -> word.sentence() == number).toList();
    }

    private static Optional<Stage> stage(Set<String> kinds, List<Word> headline) {
        return kinds.contains(Kinds.DEAL) ? Stage.of(headline) : Optional.empty();
    }
}
