package dev.bellwether.command;

import dev.bellwether.news.chat.BadFilter;
import dev.bellwether.news.chat.ChatFeed.Delivery;
import dev.bellwether.news.chat.FeedFinder;
import dev.bellwether.news.chat.ItemFilter;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is typed behind {@code /feeds add}: an address, and in any order behind it a filter, {@code now} or {@code digest}, and
 * {@code lang:de}.
 *
 * @param language BCP 47 tag; null if none was typed
 */
record FeedOptions(
        URI address,
        ItemFilter filter,
        Delivery delivery,
        @Nullable String language) {
    private static final Pattern WORD = Pattern.compile("[+-]?(?:re:)?(?:\"[^\"]*\"|[“„][^“”]*[”“]|\\S+)");
    private static final Pattern LANGUAGE = Pattern.compile("lang:([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)");
    private static final Set<String> NOW = Set.of("now", "sofort", "jetzt", "即时", "立即");
    private static final Set<String> DIGEST = Set.of("digest", "摘要");

    /** @throws Misused with what to type instead */
    static FeedOptions read(String typed) {
        List<String> words =
                WORD.matcher(typed).results().map(MatchResult::group).toList();
        String first = words.isEmpty() ? "" : words.getFirst();
        URI address = FeedFinder.address(first)
                .orElseThrow(() -> new Misused(
                        first.isEmpty()
                                ? Line.say("feeds.needs-address")
                                : Line.say("feeds.address", Typed.shown(first))));
        Delivery delivery = Delivery.NOW;
        String language = null;
        List<String> filter = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            String lower = word.toLowerCase(Locale.ROOT);
            Optional<String> tag = LANGUAGE.matcher(word).results().findFirst().map(found -> found.group(1));
            if (NOW.contains(lower) || DIGEST.contains(lower)) {
                delivery = NOW.contains(lower) ? Delivery.NOW : Delivery.DIGEST;
            } else if (tag.isPresent()) {
                language = tag.get();
            } else {
                filter.add(word);
            }
        }
        try {
            return new FeedOptions(address, ItemFilter.parse(String.join(" ", filter)), delivery, language);
        } catch (BadFilter e) {
            throw new Misused(e.say());
        }
    }
}
