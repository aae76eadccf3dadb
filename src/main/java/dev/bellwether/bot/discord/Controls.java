package dev.bellwether.bot.discord;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.talk.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** Buttons and menus of one card as rows of components. Not thread-safe; one for each card. */
final class Controls {
    /** A menu's own name carries nothing: what was chosen carries the command. */
    private static final String MENU = "menu:";

    private final ButtonCodes codes;
    private final LineMarkdown text;
    private final List<ActionRow> rows = new ArrayList<>();
    private final Map<String, Button> known = new LinkedHashMap<>();

    Controls(ButtonCodes codes, LineMarkdown text) {
        this.codes = codes;
        this.text = text;
    }

    /** Rows of at most five; a button that is there already is left out, since Discord refuses two that carry the same. */
    void add(Block.Buttons block) {
        List<Button> fresh = new ArrayList<>();
        for (Block.Button each : block.buttons()) {
            String carried = codes.encode(each);
            Button button = Button.of(ButtonStyle.SECONDARY, carried, label(each, Limits.BUTTON_LABEL));
            if (known.putIfAbsent(carried, button) == null) {
                fresh.add(button);
            }
        }
        for (int i = 0; i < fresh.size(); i += Limits.BUTTONS_IN_ROW) {
            rows.add(ActionRow.of(fresh.subList(i, Math.min(fresh.size(), i + Limits.BUTTONS_IN_ROW))));
        }
    }

    void add(Block.Menu menu) {
        Map<String, SelectOption> options = new LinkedHashMap<>();
        for (Block.Button each : menu.options()) {
            String carried = codes.encode(each);
            options.putIfAbsent(carried, SelectOption.of(label(each, Limits.OPTION_LABEL), carried));
        }
        StringSelectMenu.Builder built =
                StringSelectMenu.create(MENU + rows.size()).addOptions(options.values());
        String hint = CleanCharacters.shortened(text.plain(menu.hint()), Limits.PLACEHOLDER);
        rows.add(ActionRow.of((hint.isEmpty() ? built : built.setPlaceholder(hint)).build()));
    }

    private String label(Block.Button button, int most) {
        String label = text.plain(button.label());
        String shown = label.isEmpty() ? CleanCharacters.of(button.command()) : label;
        return CleanCharacters.shortened(shown.isBlank() ? "…" : shown, most);
    }

    List<ActionRow> rows() {
        return rows;
    }
}
