package dev.bellwether.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.net.Fetched;
import dev.bellwether.net.Fetched.Cause;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSourceTest {
    private static Feed feed(String address) {
        return new Feed(URI.create(address), Duration.ofMinutes(15), Set.of(), "en");
    }

    @Test
    void the_source_is_chosen_by_scheme() {
        Fetched web = new Fetched.NotModified(null);
        FeedSource source = FeedSource.byScheme(Map.of("https", (_, _) -> web, "sample", new BundledFeedSource()));

        assertThat(source.fetch(feed("https://x.example/"), null)).isSameAs(web);
        assertThat(source.fetch(feed("sample:test-feed.xml"), null)).isInstanceOf(Fetched.Page.class);
        assertThat(source.fetch(feed("ftp://x.example/"), null))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(Cause.REFUSED));
        assertThat(source.fetch(feed("relative"), null)).isInstanceOf(Fetched.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample:no-such.xml",
                "sample:../../secret.xml",
                "sample:/etc/passwd",
                "sample:..",
                "sample:a/b.xml"
            })
    void a_sample_that_does_not_exist_is_a_failure(String address) {
        assertThat(new BundledFeedSource().fetch(feed(address), null)).isInstanceOf(Fetched.Failed.class);
    }
}
