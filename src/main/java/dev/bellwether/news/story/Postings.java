package dev.bellwether.news.story;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The newest articles that hold one term, at most {@value #MOST}: the oldest makes room. */
final class Postings {
    static final int MOST = 32;

    private @Nullable Kept[] kept = new @Nullable Kept[2];
    private int added;

    void add(Kept article) {
        if (added == kept.length && kept.length < MOST) {
            kept = Arrays.copyOf(kept, Math.min(MOST, kept.length * 2));
        }
        kept[added % kept.length] = article;
        added++;
    }

    void forEach(Consumer<Kept> action) {
        for (Kept article : kept) {
            if (article != null) {
                action.accept(article);
            }
        }
    }
}
