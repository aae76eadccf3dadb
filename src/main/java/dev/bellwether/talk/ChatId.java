package dev.bellwether.talk;

/**
 * Names a chat on a front for ever.
 *
 * @param front the front's name, such as {@code discord} or {@code console}
 * @param id what the front calls the chat
 */
public record ChatId(String front, String id) {
    @Override
    public String toString() {
        return front + ":" + id;
    }
}
