package dev.bellwether.bot.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays pieces of text on pages of limited length. A block that fits on a page is not divided; a heading stays with what follows
 * it. Not thread-safe; one for each card.
 */
final class Pages {
    /**
     * A text that is not divided.
     *
     * @param head whether it belongs to what follows
     * @param small whether it stands close under what came before
     */
    record Piece(String text, boolean head, boolean small) {
        static Piece of(String text) {
            return new Piece(text, false, false);
        }
    }

    /**
     * A page.
     *
     * @param text of at most {@code room} characters; may be empty if there is a picture
     * @param picture the address for the embed that shows it under the text
     */
    record Page(String text, Optional<String> picture) {}

    private final int room;
    private final List<Page> pages = new ArrayList<>();
    private final List<Piece> open = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    Pages(int room) {
        this.room = room;
    }

    /** Adds a block: its pieces stand under each other. */
    void add(List<Piece> block) {
        if (block.isEmpty()) {
            return;
        }
        boolean fits = length() + gap(block.getFirst(), true).length() + length(block) <= room;
        if (!fits && length(block) <= room) {
            turn();
        }
        boolean first = true;
        for (Piece piece : block) {
            if (!hasRoom(piece, first)) {
                turn();
            }
            if (!hasRoom(piece, first)) {
                close(); // the headings that came along would be too much
            }
            gaps.add(gap(piece, first));
            open.add(piece);
            first = false;
        }
    }

    /** Ends the page with a picture. */
    void picture(String address) {
        pages.add(new Page(text(open), Optional.of(address)));
        open.clear();
        gaps.clear();
    }

    /** All pages; nothing may be added after it. Without any text there is one empty page. */
    List<Page> pages() {
        if (!open.isEmpty() || pages.isEmpty()) {
            pages.add(new Page(text(open), Optional.empty()));
        }
        return pages;
    }

    private String gap(Piece piece, boolean firstOfBlock) {
        if (open.isEmpty()) {
            return "";
        }
        boolean close = !firstOfBlock || piece.small() || open.getLast().head();
        return close ? "\n" : "\n\n";
    }

    private int length() {
        return open.stream().mapToInt(piece -> piece.text().length()).sum()
                + gaps.stream().mapToInt(String::length).sum();
    }

    private static int length(List<Piece> block) {
        return block.stream().mapToInt(piece -> piece.text().length() + 1).sum() - 1;
    }

    private boolean hasRoom(Piece piece, boolean firstOfBlock) {
        return length() + gap(piece, firstOfBlock).length() + piece.text().length() <= room;
    }

    private void close() {
        if (!open.isEmpty()) {
            pages.add(new Page(text(open), Optional.empty()));
        }
        open.clear();
        gaps.clear();
    }

    /** Begins a new page, and takes headings along that would stand alone at the end of this one. */
    private void turn() {
        List<Piece> along = new ArrayList<>();
        while (!open.isEmpty() && open.getLast().head()) {
            along.addFirst(open.removeLast());
        }
        close();
        for (Piece piece : along) {
            gaps.add(gap(piece, true));
            open.add(piece);
        }
    }

    private String text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            text.append(gaps.get(i)).append(pieces.get(i).text());
        }
        return text.toString();
    }
}
