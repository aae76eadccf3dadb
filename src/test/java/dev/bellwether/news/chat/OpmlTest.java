package dev.bellwether.news.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.ChatId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlTest {
    private static ChatFeed feed(String address, @Nullable String title) {
        ChatId chat = new ChatId("discord", "1");
        return new ChatFeed(chat, URI.create(address), title, "", ChatFeed.Delivery.NOW, null, "ann", Instant.EPOCH);
    }

    @Test
    void what_is_written_can_be_read_again() {
        String text = Opml.write(
                "Feeds <of> \"us\"",
                List.of(
                        feed("https://a.example/feed?x=1&y=2", "A & B <\"quoted\"> 百度\u0007"),
                        feed("http://b.example/", null)));
        assertThat(Opml.read(text))
                .containsExactly(
                        new Opml.Outline(URI.create("https://a.example/feed?x=1&y=2"), "A & B <\"quoted\"> 百度 "),
                        new Opml.Outline(URI.create("http://b.example/"), "b.example"));
    }

    @Test
    void folders_odd_spelling_doubles_and_what_is_no_feed_are_coped_with() {
        List<Opml.Outline> found = Opml.read("""
                <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <opml version="1.1"><body><outline text="Folder">
                  <outline text="One &amp; only" xmlurl="https://a.example/feed"/>
                  <outline TITLE="Two" XMLURL="b.example/feed"/>
                  <outline title="&x;" xmlUrl="https://c.example/feed"/>
                  <outline text="again" xmlUrl="https://a.example/feed"/>
                  <outline text="bad" xmlUrl="javascript:alert(1)"/>
                  <outline text="file" xmlUrl="file:///etc/passwd"/>
                  <outline text="page" htmlUrl="https://d.example/"/></outline>
                """);
        assertThat(found)
                .extracting(outline -> outline.address().toString())
                .containsExactly("https://a.example/feed", "https://b.example/feed", "https://c.example/feed");
        assertThat(found.getFirst().title()).isEqualTo("One & only");
        assertThat(String.valueOf(found.get(2).title())).doesNotContain("root");
    }

    @Test
    void a_file_is_read_in_the_encoding_that_it_names() {
        String text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml><body>"
                + "<outline title=\"Börse\" xmlUrl=\"https://a.example/\"/></body></opml>";
        assertThat(Opml.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(new Opml.Outline(URI.create("https://a.example/"), "Börse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<", "<opml><body/></opml>", "{\"a\": 1}", "https://a.example/list.opml"})
    void what_is_no_list_has_no_feeds(String text) {
        assertThat(Opml.read(text)).isEmpty();
    }
}
