package dev.bellwether.bot;

/** Texts of feeds and people without what nobody sees but what harms who reads them. */
public final class SeenText {
    private SeenText() {}

    /**
     * The text on one line: every kind of blank is a blank; without control characters, zero-width characters, those that turn the
     * direction of writing, and halves of surrogate pairs.
     */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
                .filter(SeenText::isSeen)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Characters that this Java does not know yet may be new emoji; those that will never be are left out. */
    private static boolean isSeen(int point) {
        return switch ((byte) Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
            case Character.UNASSIGNED -> (point & 0xFFFE) != 0xFFFE;
            default -> true;
        };
    }
}
