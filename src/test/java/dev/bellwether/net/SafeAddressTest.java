package dev.bellwether.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com/feed.xml, https://example.com/feed.xml",
        "https://me:secret@example.com:8443/feed, https://example.com:8443/feed",
        "https://example.com/feed?key=abc&lang=de#x, https://example.com/feed?key=…&lang=…",
        "https://example.com/feed?abc, https://example.com/feed?…",
        "https://example.com/bot123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/f, https://example.com/…/f",
        "https://example.com/u/9f86d081884c7d659a2feaa0c55ad015/rss, https://example.com/u/…/rss",
        "https://example.com/alibaba-shares-surge-2026-in-hong-kong, https://example.com/alibaba-shares-surge-2026-in-hong-kong",
        "sample:alibaba.xml, sample:alibaba.xml"
    })
    void an_address_is_shown_without_what_may_be_a_secret(URI address, String shown) {
        assertThat(SafeAddress.of(address)).isEqualTo(shown);
    }
}
