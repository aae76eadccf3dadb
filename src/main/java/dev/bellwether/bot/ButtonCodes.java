package dev.bellwether.bot;

import dev.bellwether.deliver.ButtonStore;
import dev.bellwether.talk.Block;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a button carries: its command as it stands if the platform has room for it, else a code under which the command is
 * kept. Either means the same after a restart. Nothing is signed: whoever forges a button can only ask what they may type, and
 * what they may do is looked at when the button is pressed.
 */
public final class ButtonCodes {
    /** A command as it stands; its answer comes as a card of its own, or in place of the card. */
    private static final char PLAIN = '/';

    private static final char PLAIN_IN_PLACE = '!';

    /** A code. */
    private static final char KEPT = '#';

    private static final char KEPT_IN_PLACE = '=';

    /** 96 bits: nobody meets another's by chance. */
    private static final int CODE_BYTES = 12;

    private final ButtonStore store;
    private final InstantSource clock;
    private final int room;

    /** @param room how many bytes of UTF-8 the platform gives a button; at least 20 */
    public ButtonCodes(ButtonStore store, InstantSource clock, int room) {
        this.store = store;
        this.clock = clock;
        this.room = room;
    }

    /** What the button is to carry. */
    public String encode(Block.Button button) {
        String command = button.command().startsWith("/") ? button.command().substring(1) : button.command();
        if (1 + command.getBytes(StandardCharsets.UTF_8).length <= room) {
            return (button.inPlace() ? PLAIN_IN_PLACE : PLAIN) + command;
        }
        String code = code(command);
        store.keep(code, command, clock.instant());
        return (button.inPlace() ? KEPT_IN_PLACE : KEPT) + code;
    }

    /** What a pressed button asks; empty if it is none of ours, or its command is no longer kept. */
    public Optional<Pressed> decode(String carried) {
        if (carried.length() < 2) {
            return Optional.empty();
        }
        String rest = carried.substring(1);
        return switch (carried.charAt(0)) {
            case PLAIN -> Optional.of(new Pressed("/" + rest, false));
            case PLAIN_IN_PLACE -> Optional.of(new Pressed("/" + rest, true));
            case KEPT -> store.find(rest).map(command -> new Pressed("/" + command, false));
            case KEPT_IN_PLACE -> store.find(rest).map(command -> new Pressed("/" + command, true));
            default -> Optional.empty();
        };
    }

    private static String code(String command) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(command.getBytes(StandardCharsets.UTF_8));
            byte[] start = Arrays.copyOf(hash, CODE_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * What a pressed button asks.
     *
     * @param command such as {@code /news BABA}
     * @param inPlace whether the answer takes the place of the card with the button
     */
    public record Pressed(String command, boolean inPlace) {}
}
