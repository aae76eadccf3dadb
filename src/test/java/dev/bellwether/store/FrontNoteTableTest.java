package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontNoteTableTest extends OnBothEngines {
    @Test
    void a_note_is_read_by_who_wrote_it_and_the_last_one_counts() {
        assertThat(store.notes().read("discord", "commands")).isEmpty();
        store.notes().write("discord", "commands", "first");
        store.notes().write("discord", "commands", "second");
        store.notes().write("telegram", "commands", "other");
        reopen();
        assertThat(store.notes().read("discord", "commands")).hasValue("second");
        assertThat(store.notes().read("telegram", "commands")).hasValue("other");
        assertThat(store.notes().read("discord", "offset")).isEmpty();
    }
}
