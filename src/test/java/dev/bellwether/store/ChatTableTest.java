package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.analyst.Mark;
import dev.bellwether.analyst.Marks;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.ChatSettings.QuietHours;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Memory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChatTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void a_chat_counts_once_however_often_it_speaks() {
        assertThat(store.chats().count()).isZero();
        store.chats().seen(new ChatId("discord", "1"), NOW);
        store.chats().seen(new ChatId("discord", "1"), NOW.plusSeconds(1));
        store.chats().seen(new ChatId("telegram", "1"), NOW);
        store.chats().seen(new ChatId("discord", "-1"), NOW);
        assertThat(store.chats().count()).isEqualTo(3);
        reopen();
        assertThat(store.chats().count()).isEqualTo(3);
    }

    @Test
    void last_seen_moves_forward_and_never_back() throws SQLException {
        ChatId chat = new ChatId("discord", "1");
        store.chats().seen(chat, NOW);
        assertThat(times()).containsExactly(Bindings.micros(NOW), Bindings.micros(NOW));
        store.chats().seen(chat, NOW.plusSeconds(5));
        store.chats().seen(chat, NOW.plusSeconds(3));
        store.chats().seen(chat, NOW.minusSeconds(9));
        assertThat(times()).containsExactly(Bindings.micros(NOW), Bindings.micros(NOW.plusSeconds(5)));
    }

    @Test
    void who_set_the_bot_up_is_known_goes_along_and_can_be_forgotten() {
        ChatId group = new ChatId("telegram", "-5");
        ChatId later = new ChatId("telegram", "-1005");
        assertThat(store.chats().owner(group)).isEmpty();
        store.chats().setUp(group, "6", NOW);
        store.chats().setUp(group, "7", NOW);
        store.chats().move(group, later, NOW);
        reopen();
        assertThat(store.chats().owner(group)).isEmpty();
        assertThat(store.chats().owner(later)).contains("7");
        Memory.Person person = new Memory.Person("telegram", "7", null);
        assertThat(store.memory().about(person))
                .containsExactly(new Memory.Kept(Memory.Kind.SET_UP, List.of(Map.of("chat", "-1005"))));
        store.memory().forget(person);
        assertThat(store.chats().owner(later)).isEmpty();
        assertThat(store.chats().count()).as("the chat stays").isOne();
    }

    @Test
    void a_chat_known_by_its_watchlist_is_the_same_chat() {
        ChatId chat = new ChatId("console", "local");
        store.watchlists().add(chat, "me", "BABA", NOW);
        store.chats().seen(chat, NOW);
        assertThat(store.chats().count()).isOne();
    }

    @Test
    void many_chats_speak_at_once() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                ChatId chat = new ChatId("web", Integer.toString(i % 50));
                threads.execute(() -> store.chats().seen(chat, NOW));
            }
        }
        assertThat(store.chats().count()).isEqualTo(50);
    }

    @Test
    void a_retired_chat_is_not_counted_and_listed_with_its_first_reason() {
        seen("1", "2", "3");
        store.chats().retire(chat("1"), "bot was kicked", NOW.plusSeconds(1));
        store.chats().retire(chat("1"), "chat not found", NOW.plusSeconds(9));
        store.chats().retire(chat("2"), "bot was blocked", NOW.plusSeconds(2));
        store.chats().retire(chat("unknown"), "bot was blocked", NOW.plusSeconds(3));
        reopen();
        assertThat(store.chats().count()).isOne();
        assertThat(store.chats().retiredCount()).isEqualTo(2);
        assertThat(store.chats().retired(9))
                .containsExactly(
                        new Chats.Retired(chat("2"), "bot was blocked", NOW.plusSeconds(2)),
                        new Chats.Retired(chat("1"), "bot was kicked", NOW.plusSeconds(1)));
        assertThat(store.chats().retired(1)).extracting(Chats.Retired::chat).containsExactly(chat("2"));
    }

    @Test
    void a_retired_chat_that_speaks_again_is_in_use_even_when_the_clock_is_behind() throws SQLException {
        seen("1");
        store.chats().retire(chat("1"), "bot was kicked", NOW.plusSeconds(60));
        store.chats().seen(chat("1"), NOW.minusSeconds(60));
        assertThat(store.chats().count()).isOne();
        assertThat(store.chats().retired(9)).isEmpty();
        assertThat(times()).containsExactly(Bindings.micros(NOW), Bindings.micros(NOW));
    }

    @Test
    void what_a_chat_chose_is_kept_and_can_be_taken_back() {
        ChatSettings chosen = new ChatSettings(
                ZoneId.of("Europe/Berlin"), Language.DE, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)));
        store.chats().change(chat("1"), chosen, NOW);
        reopen();
        assertThat(store.chats().settings(chat("1"))).isEqualTo(chosen);
        assertThat(store.chats().settings(chat("2"))).isEqualTo(ChatSettings.NONE);
        store.chats().change(chat("1"), ChatSettings.NONE, NOW);
        assertThat(store.chats().settings(chat("1"))).isEqualTo(ChatSettings.NONE);
        store.chats().change(chat("1"), ChatSettings.NONE.withZone(ZoneOffset.ofHours(8)), NOW);
        assertThat(store.chats().settings(chat("1")).zone()).isEqualTo(ZoneOffset.ofHours(8));
    }

    @Test
    void a_zone_that_this_machine_does_not_know_reads_as_none() throws SQLException {
        store.chats().change(chat("1"), ChatSettings.NONE.withLanguage(Language.ZH), NOW);
        execute("UPDATE chats SET zone = 'Mars/Olympus'");
        assertThat(store.chats().settings(chat("1"))).isEqualTo(ChatSettings.NONE.withLanguage(Language.ZH));
    }

    @Test
    void a_chat_that_moves_takes_all_that_belongs_to_it_along() {
        store.chats().change(chat("old"), ChatSettings.NONE.withLanguage(Language.DE), NOW);
        store.watchlists().add(chat("old"), "ann", "BABA", NOW);
        store.marks().add(chat("old"), "fact", "BABA", "ann", "typo", NOW);
        store.chats().move(chat("old"), chat("new"), NOW.plusSeconds(1));
        reopen();
        assertThat(store.chats().count()).isOne();
        assertThat(store.chats().settings(chat("new")).language()).isEqualTo(Language.DE);
        assertThat(store.watchlists().list(chat("new"), "ann")).containsExactly("BABA");
        assertThat(store.marks().of(chat("new"), "BABA")).hasSize(1);
        assertThat(store.chats().settings(chat("old"))).isEqualTo(ChatSettings.NONE);
    }

    @Test
    void a_chat_that_moves_to_one_that_is_known_becomes_one_with_it_and_nothing_is_lost() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        store.chats().change(chat("old"), new ChatSettings(ZoneId.of("Asia/Tokyo"), Language.DE, night), NOW);
        store.chats().change(chat("new"), ChatSettings.NONE.withLanguage(Language.ZH), NOW.plusSeconds(9));
        store.chats().retire(chat("new"), "bot was kicked", NOW.plusSeconds(9));
        Stream.of("BABA", "JD").forEach(symbol -> store.watchlists().add(chat("old"), "ann", symbol, NOW));
        Stream.of("JD", "PDD").forEach(symbol -> store.watchlists().add(chat("new"), "ann", symbol, NOW));
        store.watchlists().add(chat("old"), "bob", "JD", NOW);
        store.chats().move(chat("old"), chat("new"), NOW.plusSeconds(10));
        assertThat(store.chats().count()).isOne();
        assertThat(store.chats().settings(chat("new")))
                .isEqualTo(new ChatSettings(ZoneId.of("Asia/Tokyo"), Language.ZH, night));
        assertThat(store.watchlists().list(chat("new"), "ann")).containsExactly("BABA", "JD", "PDD");
        assertThat(store.watchlists().list(chat("new"), "bob")).containsExactly("JD");
        assertThat(store.watchlists().list(chat("old"), "ann")).isEmpty();
    }

    @Test
    void where_both_marked_the_same_a_decision_counts_more_than_an_open_mark() {
        Marks marks = store.marks();
        for (String fact : List.of("a", "b", "c")) {
            marks.add(chat("old"), fact, "BABA", "old " + fact, "", NOW);
            marks.add(chat("new"), fact, "BABA", "new " + fact, "", NOW);
        }
        marks.settle(chat("old"), "a", true, "boss", NOW);
        marks.settle(chat("new"), "b", false, "boss", NOW);
        store.chats().move(chat("old"), chat("new"), NOW);
        assertThat(marks.of(chat("new"), "BABA")).extracting(Mark::member).containsExactly("old a", "new b", "new c");
    }

    @Test
    void a_move_from_nowhere_or_to_itself_changes_nothing() {
        seen("1");
        store.chats().retire(chat("1"), "bot was kicked", NOW);
        store.chats().move(chat("1"), chat("1"), NOW);
        store.chats().move(chat("nowhere"), chat("2"), NOW);
        assertThat(store.chats().count()).isZero();
        assertThat(store.chats().retiredCount()).isOne();
    }

    @Test
    void a_chat_is_purged_thirty_days_after_it_was_retired_with_all_that_belongs_to_it() throws SQLException {
        seen("1", "2", "3");
        store.watchlists().add(chat("1"), "ann", "BABA", NOW);
        store.marks().add(chat("1"), "fact", "BABA", "ann", "", NOW);
        store.chats().retire(chat("1"), "bot was kicked", NOW);
        store.chats().retire(chat("2"), "bot was kicked", NOW.plusSeconds(1));
        Instant later = NOW.plus(Duration.ofDays(30));
        assertThat(store.tidy(later).chats()).isZero();
        assertThat(store.tidy(later.plusSeconds(1)).chats()).isOne();
        assertThat(store.chats().retired(9)).extracting(Chats.Retired::chat).containsExactly(chat("2"));
        assertThat(number("SELECT COUNT(*) FROM watchlist")).isZero();
        assertThat(number("SELECT COUNT(*) FROM fact_marks")).isZero();
        assertThat(store.chats().count()).isOne();
    }

    private static ChatId chat(String id) {
        return new ChatId("telegram", id);
    }

    private void seen(String... ids) {
        Stream.of(ids).forEach(id -> store.chats().seen(chat(id), NOW));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Long> times() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT first_seen, last_seen FROM chats")) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2));
        }
    }

    @Test
    void cashtags_are_kept_and_go_along_when_a_chat_moves() {
        ChatId old = new ChatId("telegram", "-5");
        ChatId later = new ChatId("telegram", "-1005");
        store.chats().change(old, ChatSettings.NONE.withCashtags(true), NOW);
        assertThat(store.chats().settings(old).cashtags()).isTrue();
        store.chats().seen(later, NOW);
        assertThat(store.chats().settings(later).cashtags()).isFalse();
        store.chats().move(old, later, NOW);
        assertThat(store.chats().settings(later)).isEqualTo(ChatSettings.NONE.withCashtags(true));
    }
}
