package dev.bellwether.store;

import static dev.bellwether.store.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Contacts;
import dev.bellwether.deliver.Delivery;
import dev.bellwether.deliver.DeliverySettings;
import dev.bellwether.deliver.FakePlatform;
import dev.bellwether.deliver.FakeSender;
import dev.bellwether.deliver.Metrics;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Way;
import dev.bellwether.store.StoreException.Kind;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_full_disk_refuses_what_is_posted_and_what_waits_arrives_once_there_is_room() {
        FakePlatform platform = new FakePlatform(true, null, InstantSource.fixed(NOW));
        try (SqliteDatabase database = SqliteDatabase.open(StoreSettings.inFolder(folder), Files::isWritable)) {
            Access access = new Access(database);
            Chats chats = new ChatTable(access);
            try (Delivery delivery = new Delivery(
                    new DeliveryTables(access, chats),
                    chats,
                    List.of(new Way(new FakeSender("front", true, platform), Pace.none())),
                    Contacts.none(),
                    new Metrics(),
                    InstantSource.fixed(NOW),
                    DeliverySettings.defaults())) {
                delivery.post(notice("before", "short"));
                full(database);
                assertThat(failureOf(delivery::tick).kind()).isEqualTo(Kind.FULL);
                full(database);
                assertThat(failureOf(() -> delivery.post(notice("during", "long ".repeat(20_000))))
                                .kind())
                        .isEqualTo(Kind.FULL);
                assertThat(platform.calls()).isZero();
                database.write(handle -> handle.execute("PRAGMA max_page_count = 1000000"));
                assertThat(delivery.post(notice("during", "long ".repeat(20_000))))
                        .isTrue();
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                    delivery.tick();
                    return delivery.journal().totals(NOW).waiting() == 0;
                });
            }
        }
        assertThat(platform.taken()).isEqualTo(400);
        assertThat(platform.keys(new ChatId("front", "7"))).containsExactly("before", "during");
    }

    /** A limit on the file's pages stands for the disk's: SQLite reports both as SQLITE_FULL. */
    private static void full(SqliteDatabase database) {
        database.write(handle -> handle.execute("PRAGMA max_page_count = 1"));
    }

    private static Notice notice(String key, String text) {
        Card card = Card.titled("title", NOW).paragraph(text).build();
        List<ChatId> chats = IntStream.range(0, 200)
                .mapToObj(number -> new ChatId("front", Integer.toString(number)))
                .toList();
        return new Notice(key, card, new Audience.These(chats), Lane.ALERT, NOW.plus(Duration.ofHours(1)));
    }
}
