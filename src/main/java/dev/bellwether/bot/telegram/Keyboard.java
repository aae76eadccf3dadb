package dev.bellwether.bot.telegram;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.bot.TextWidth;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The buttons and menus of a card as rows of keys, as many in a row as a phone shows without cutting them short. */
record Keyboard(ButtonCodes codes, LineRuns runs) {
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_IN_A_ROW = 4;
    private static final int MOST = 100;

    /** What a key takes beside its label. */
    private static final int FRAME = 3;

    List<List<Key>> of(Card card) {
        List<List<Key>> rows = new ArrayList<>();
        card.blocks().forEach(block -> rows.addAll(inRows(buttons(block))));
        return rows;
    }

    private Stream<Block.Button> buttons(Block block) {
        return switch (block) {
            case Block.Buttons(List<Block.Button> buttons) -> buttons.stream();
            case Block.Menu menu -> menu.options().stream();
            default -> Stream.empty();
        };
    }

    private List<List<Key>> inRows(Stream<Block.Button> buttons) {
        List<List<Key>> rows = new ArrayList<>();
        int used = TableRows.PHONE;
        for (Block.Button button : buttons.limit(MOST).toList()) {
            Key key = key(button);
            int width = TextWidth.of(key.label()) + FRAME;
            if (used + width > TableRows.PHONE || rows.getLast().size() == MOST_IN_A_ROW) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(key);
            used += width;
        }
        return rows;
    }

    private Key key(Block.Button button) {
        String label = TextWidth.cut(runs.text(button.label()), LONGEST_LABEL);
        return Key.sending(label.isBlank() ? "·" : label, codes.encode(button));
    }
}
