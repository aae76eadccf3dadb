package dev.bellwether.analyst;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.news.ArticleStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps facts in memory, for tests and for running without a data folder. For any thread. */
public final class InMemoryFactStore implements FactStore {
    private final ArticleStore articles;
    private final Map<Key, Integer> versions = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private record Key(String feed, String key) {
        static Key of(Article article) {
            return new Key(article.feed(), article.key());
        }
    }

    private record Entry(String key, String identity, Instant first, List<Fact.Printed> sightings) {
        boolean mentions(Mention mention) {
            return sightings.stream()
                    .map(sighting -> sighting.mentions().getFirst())
                    .anyMatch(known -> known.feed().equals(mention.feed())
                            && known.article().equals(mention.article()));
        }

        Fact.Printed whole() {
            return FactMerge.of(key, sightings);
        }
    }

    /** @param articles to be read */
    public InMemoryFactStore(ArticleStore articles) {
        this.articles = articles;
    }

    @Override
    public synchronized List<Article> unread(int version, int limit) {
        return articles.newest(null, Instant.MAX, Integer.MAX_VALUE).reversed().stream()
                .filter(article -> versions.getOrDefault(Key.of(article), 0) < version)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Fact.Printed> save(int version, List<ReadArticle> page) {
        Map<String, Entry> fresh = new LinkedHashMap<>();
        for (ReadArticle read : page) {
            Integer before = versions.get(Key.of(read.article()));
            if (before == null || before < version) {
                versions.put(Key.of(read.article()), version);
                read.sightings().forEach(sighting -> add(sighting, fresh));
            }
        }
        return fresh.values().stream().map(Entry::whole).toList();
    }

    private void add(Sighting sighting, Map<String, Entry> fresh) {
        Entry known = entries.stream()
                .filter(entry -> entry.identity().equals(sighting.identity()))
                .filter(entry -> sighting.near(entry.first()))
                .filter(entry -> sighting.agrees(entry.whole()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            Fact.Printed fact = sighting.fact();
            Entry entry = new Entry(fact.key(), sighting.identity(), fact.at(), new ArrayList<>(List.of(fact)));
            entries.add(entry);
            fresh.put(fact.key(), entry);
        } else if (!known.mentions(sighting.fact().mentions().getFirst())) {
            known.sightings().add(sighting.fact());
        }
    }

    @Override
    public synchronized <F extends Fact.Printed> List<F> known(Class<F> kind, String symbol, Instant until) {
        List<F> known = new ArrayList<>();
        for (Entry entry : entries.reversed()) {
            List<Fact.Printed> then = entry.sightings().stream()
                    .filter(sighting -> !sighting.at().isAfter(until))
                    .toList();
            if (!then.isEmpty() && then.getFirst().symbol().equals(symbol) && kind.isInstance(then.getFirst())) {
                known.add(kind.cast(FactMerge.of(entry.key(), then)));
            }
        }
        known.sort(Comparator.comparing(Fact.Printed::at, Comparator.reverseOrder()));
        return List.copyOf(known);
    }
}
