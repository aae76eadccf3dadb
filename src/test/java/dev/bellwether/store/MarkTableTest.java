package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.analyst.Mark;
import dev.bellwether.analyst.Marks;
import dev.bellwether.talk.ChatId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarkTableTest extends OnBothEngines {
    private static final ChatId CHAT = new ChatId("discord", "群-1");
    private static final ChatId OTHER = new ChatId("telegram", "群-1");
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.000001Z");

    private Marks marks() {
        return store.marks();
    }

    @Test
    void a_mark_comes_back_as_it_was_given() {
        String odd = "'; DROP TABLE fact_marks; -- 🐂";
        assertThat(marks().add(CHAT, "call:1", "BABA", "ann", odd, NOW)).isTrue();
        reopen();
        assertThat(marks().of(CHAT, "BABA"))
                .containsExactly(new Mark("call:1", "BABA", "ann", odd, NOW, Mark.State.OPEN, null));
        assertThat(marks().of(CHAT, "JD")).isEmpty();
    }

    @Test
    void a_fact_is_marked_once_in_each_chat() {
        assertThat(marks().add(CHAT, "call:1", "BABA", "ann", "", NOW)).isTrue();
        assertThat(marks().add(CHAT, "call:1", "BABA", "bob", "", NOW)).isFalse();
        assertThat(marks().add(OTHER, "call:1", "BABA", "bob", "", NOW)).isTrue();
        assertThat(marks().of(CHAT, "BABA")).extracting(Mark::member).containsExactly("ann");
    }

    @Test
    void a_mark_is_settled_once_and_only_where_it_was_made() {
        marks().add(CHAT, "call:1", "BABA", "ann", "", NOW);
        marks().add(OTHER, "call:1", "BABA", "bob", "", NOW);
        assertThat(marks().settle(CHAT, "call:2", true, "meg", NOW)).isFalse();
        assertThat(marks().settle(CHAT, "call:1", true, "meg", NOW)).isTrue();
        assertThat(marks().settle(CHAT, "call:1", false, "max", NOW)).isFalse();
        assertThat(marks().of(CHAT, "BABA")).singleElement().satisfies(mark -> {
            assertThat(mark.state()).isEqualTo(Mark.State.ACCEPTED);
            assertThat(mark.settledBy()).isEqualTo("meg");
        });
        assertThat(marks().of(OTHER, "BABA")).extracting(Mark::state).containsExactly(Mark.State.OPEN);
    }

    @Test
    void a_settled_mark_can_not_be_made_again() {
        marks().add(CHAT, "call:1", "BABA", "ann", "", NOW);
        marks().settle(CHAT, "call:1", false, "meg", NOW);
        assertThat(marks().add(CHAT, "call:1", "BABA", "ann", "really", NOW)).isFalse();
        assertThat(marks().of(CHAT, "BABA")).extracting(Mark::state).containsExactly(Mark.State.REJECTED);
    }

    @Test
    void marks_come_in_the_order_they_were_made() {
        marks().add(CHAT, "a", "BABA", "ann", "", NOW.plusSeconds(1));
        marks().add(CHAT, "b", "BABA", "ann", "", NOW);
        assertThat(marks().of(CHAT, "BABA")).extracting(Mark::fact).containsExactly("b", "a");
    }
}
