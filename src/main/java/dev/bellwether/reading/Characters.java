package dev.bellwether.reading;

/**
 * Brings the characters of a text into one form, in one pass.
 *
 * <p>Typographic quotes become {@code '} and {@code "}, the minus sign and unusual hyphens become {@code -}, every kind of
 * blank becomes a space and every kind of line end a line feed; runs of blanks shrink to one, empty lines go. Taken out: what is
 * not seen or turns text around (soft hyphens, zero-width and direction characters, tags), control characters, lone surrogates,
 * noncharacters.
 */
final class Characters {
    private static final int NOTHING = -1;

    private final StringBuilder out;
    private boolean space;
    private boolean lineEnd;

    private Characters(int length) {
        out = new StringBuilder(length);
    }

    static String normalised(String text) {
        Characters characters = new Characters(text.length());
        text.codePoints().map(Characters::normal).forEach(characters::append);
        return characters.out.toString();
    }

    private void append(int character) {
        switch (character) {
            case NOTHING -> {}
            case ' ' -> space = true;
            case '\n' -> lineEnd = true;
            default -> {
                if (!out.isEmpty() && (lineEnd || space)) {
                    out.append(lineEnd ? '\n' : ' ');
                }
                space = false;
                lineEnd = false;
                out.appendCodePoint(character);
            }
        }
    }

    private static int normal(int character) {
        return switch (character) {
            case '\n', '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> '\n';
            case '\t' -> ' ';
            case '‘', '’', '‚', '‛', '′', 'ʼ', '‹', '›', '´', '`' -> '\'';
            case '“', '”', '„', '‟', '″', '«', '»', '＂' -> '"';
            case 0x2010, 0x2011, 0x2212 -> '-';
            default -> character < 0x7F && character >= ' ' ? character : byKind(character);
        };
    }

    private static int byKind(int character) {
        return switch ((byte) Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> NOTHING;
            case Character.UNASSIGNED -> (character & 0xFFFE) == 0xFFFE ? NOTHING : character;
            default -> character;
        };
    }
}
