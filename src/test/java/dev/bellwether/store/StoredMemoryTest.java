package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.analyst.Mark;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Memory.Kept;
import dev.bellwether.talk.Memory.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredMemoryTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final ChatId HERE = new ChatId("telegram", "1");
    private static final ChatId THERE = new ChatId("telegram", "2");
    private static final ChatId OTHER_FRONT = new ChatId("discord", "1");

    /** Columns that hold a person, or lead to one or to a chat. */
    private static final Set<String> TELLING = Set.of("member", "chat_id", "chat", "settled_by", "person", "user_id");

    @BeforeEach
    void peopleInChats() {
        for (ChatId chat : List.of(HERE, THERE, OTHER_FRONT)) {
            store.watchlists().add(chat, "ann", "BABA", NOW);
            store.watchlists().add(chat, "bob", "JD", NOW);
        }
        store.marks().add(HERE, "fact 1", "BABA", "ann", "a typo, says Ann", NOW);
        store.marks().add(HERE, "fact 2", "BABA", "bob", "nonsense", NOW);
        store.marks().settle(HERE, "fact 2", true, "ann", NOW);
        store.chats().change(HERE, ChatSettings.NONE.withLanguage(Language.DE), NOW);
    }

    private static Memory.Person person(String member, ChatId chat) {
        return new Memory.Person(chat.front(), member, chat);
    }

    private List<Kind> kinds(Memory.Subject subject) {
        return store.memory().about(subject).stream().map(Kept::kind).toList();
    }

    @Test
    void a_person_is_shown_what_is_kept_about_the_person_in_this_chat() {
        List<Kept> kept = store.memory().about(person("ann", HERE));
        assertThat(kept).extracting(Kept::kind).containsExactly(Kind.WATCHED, Kind.MARK, Kind.DECISION);
        assertThat(kept.getFirst().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("symbol", "BABA")
                        .containsEntry("chat", "1")
                        .containsEntry("added", "2026-01-05T08:00:00Z"));
        assertThat(kept.get(1).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("reason", "a typo, says Ann"));
        assertThat(kept.get(2).toString())
                .contains("fact 2")
                .doesNotContain("bob")
                .doesNotContain("nonsense");
    }

    @Test
    void a_person_is_shown_every_chat_of_the_front_and_none_of_another() {
        List<Kept> kept = store.memory().about(new Memory.Person("telegram", "ann", null));
        assertThat(kept.getFirst().entries())
                .extracting(entry -> entry.get("chat"))
                .containsExactly("1", "2");
    }

    @Test
    void a_chat_is_shown_all_that_is_in_it() {
        List<Kept> kept = store.memory().about(new Memory.Whole(HERE));
        assertThat(kept).extracting(Kept::kind).containsExactly(Kind.CHAT, Kind.WATCHED, Kind.MARK);
        assertThat(kept.getFirst().entries().getFirst())
                .containsEntry("language", "de")
                .doesNotContainKey("zone");
        assertThat(kept.get(1).entries()).hasSize(2);
        assertThat(kept.get(2).entries().get(1)).containsEntry("settled-by", "ann");
    }

    @Test
    void a_person_who_is_forgotten_in_a_chat_is_not_there_any_more_and_nobody_else_misses_anything() {
        List<Kept> shown = store.memory().about(person("ann", HERE));
        assertThat(store.memory().forget(person("ann", HERE))).isEqualTo(shown);
        reopen();
        assertThat(store.memory().about(person("ann", HERE))).isEmpty();
        assertThat(store.watchlists().list(HERE, "bob")).containsExactly("JD");
        assertThat(store.watchlists().list(THERE, "ann")).containsExactly("BABA");
        assertThat(store.watchlists().list(OTHER_FRONT, "ann")).containsExactly("BABA");
        assertThat(store.marks().of(HERE, "BABA"))
                .as("the chat's marks stay, without her name and words")
                .containsExactly(
                        new Mark("fact 1", "BABA", MarkMemory.NOBODY, "", NOW, Mark.State.OPEN, null),
                        new Mark("fact 2", "BABA", "bob", "nonsense", NOW, Mark.State.ACCEPTED, MarkMemory.NOBODY));
    }

    @Test
    void a_person_who_is_forgotten_everywhere_is_kept_on_no_chat_of_the_front() {
        store.memory().forget(new Memory.Person("telegram", "ann", null));
        assertThat(kinds(person("ann", HERE))).isEmpty();
        assertThat(kinds(person("ann", THERE))).isEmpty();
        assertThat(kinds(person("ann", OTHER_FRONT))).containsExactly(Kind.WATCHED);
        assertThat(kinds(person("bob", THERE))).containsExactly(Kind.WATCHED);
    }

    @Test
    void a_chat_that_is_forgotten_is_as_if_it_had_never_been() {
        store.memory().forget(new Memory.Whole(HERE));
        assertThat(store.memory().about(new Memory.Whole(HERE))).isEmpty();
        assertThat(store.chats().settings(HERE)).isEqualTo(ChatSettings.NONE);
        assertThat(store.watchlists().list(HERE, "bob")).isEmpty();
        assertThat(store.marks().of(HERE, "BABA")).isEmpty();
        assertThat(store.chats().count()).isEqualTo(2);
        assertThat(store.watchlists().list(THERE, "bob")).containsExactly("JD");
    }

    @Test
    void who_is_called_like_a_statement_is_only_a_name() {
        assertThat(store.memory().forget(person("ann' OR '1'='1", HERE))).isEmpty();
        assertThat(kinds(person("ann", HERE))).hasSize(3);
    }

    @Test
    void nobody_with_no_name_is_everybody() {
        assertThat(store.memory().about(person("", HERE))).isEmpty();
        assertThat(store.memory().forget(new Memory.Person("telegram", "", null)))
                .isEmpty();
        assertThat(store.watchlists().list(HERE, "bob")).containsExactly("JD");
    }

    @Test
    void every_table_that_tells_of_people_or_chats_is_remembered() throws SQLException {
        Set<String> telling = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url());
                ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                if (TELLING.contains(columns.getString("COLUMN_NAME"))) {
                    telling.add(columns.getString("TABLE_NAME"));
                }
            }
        }
        assertThat(telling).contains("chats", "watchlist", "fact_marks");
        assertThat(Remembered.ALL.stream().map(Remembered::table).collect(Collectors.toSet()))
                .as("a table with such a column belongs into Remembered.ALL, or /forget and /export leave it out")
                .isEqualTo(telling);
    }
}
