package dev.bellwether.bot.telegram;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Commands in links such as {@code https://t.me/some_bot?start=quote_BABA}. Such a link carries at most 64 of {@code A-Z a-z 0-9 _ -}.
 * A blank is {@code _}; every other character that has no place there is {@code -} and its UTF-8 bytes in hex, as in web
 * addresses with their {@code %}: {@code /quote 9988.HK} is {@code quote_9988-2EHK}, a real {@code -} is {@code -2D}. A
 * {@code -} that no two hex digits follow stands for itself, for links that people write by hand.
 */
final class DeepLink {
    private static final int LONGEST = 64;

    private DeepLink() {}

    /** What to put behind {@code start=} for a command; empty if it is too long. */
    static Optional<String> encode(String command) {
        String bare = command.startsWith("/") ? command.substring(1) : command;
        StringBuilder link = new StringBuilder();
        for (byte each : bare.strip().getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            if (character == ' ') {
                link.append('_');
            } else if (isPlain(character)) {
                link.append(character);
            } else {
                link.append('-').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return link.isEmpty() || link.length() > LONGEST ? Optional.empty() : Optional.of(link.toString());
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /** The command that a link carries, with its slash. */
    static String decode(String payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write('/');
        byte[] raw = payload.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '-' && i + 2 < raw.length && isHex(raw[i + 1]) && isHex(raw[i + 2])) {
                bytes.write(HexFormat.fromHexDigit(raw[i + 1]) * 16 + HexFormat.fromHexDigit(raw[i + 2]));
                i += 2;
            } else {
                bytes.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Upper case only: {@code brk-ab} is a word with a hyphen. */
    private static boolean isHex(byte digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'A' && digit <= 'F');
    }
}
