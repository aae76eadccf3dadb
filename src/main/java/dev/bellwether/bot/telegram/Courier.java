package dev.bellwether.bot.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** One message, one call. */
record Courier(Wire wire) {
    private static final String HTML = "HTML";

    /**
     * Sends a message.
     *
     * @param replyTo the message it replies to; null if none. If that is gone, it stands for itself
     * @param plain whether it goes without tags
     * @return what Telegram calls it
     */
    String send(Place place, Part part, @Nullable Integer replyTo, boolean plain) throws Failure {
        return switch (part) {
            case Part.Text text -> name(wire.ask(client -> client.executeAsync(message(place, text, replyTo, plain))));
            case Part.Photo photo -> name(wire.ask(client -> client.executeAsync(photo(place, photo, replyTo, plain))));
            case Part.File file -> name(wire.ask(client -> client.executeAsync(file(place, file, replyTo, plain))));
        };
    }

    /** Puts a text in the place of a message. */
    void edit(Place place, Part.Text part, int message, boolean plain) throws Failure {
        EditMessageText edit = EditMessageText.builder()
                .chatId(Long.toString(place.chat()))
                .messageId(message)
                .text(text(part, plain))
                .parseMode(plain ? null : HTML)
                .linkPreviewOptions(preview(part))
                .replyMarkup(keyboard(part.keys()))
                .build();
        wire.ask(client -> client.executeAsync(edit));
    }

    /** Takes a message away. */
    void delete(Place place, int message) throws Failure {
        DeleteMessage delete = DeleteMessage.builder()
                .chatId(Long.toString(place.chat()))
                .messageId(message)
                .build();
        wire.ask(client -> client.executeAsync(delete));
    }

    private static String name(Message message) {
        return message.getMessageId().toString();
    }

    static SendMessage message(Place place, Part.Text part, @Nullable Integer replyTo, boolean plain) {
        return SendMessage.builder()
                .chatId(Long.toString(place.chat()))
                .messageThreadId(place.topic())
                .text(text(part, plain))
                .parseMode(plain ? null : HTML)
                .linkPreviewOptions(preview(part))
                .replyParameters(reply(replyTo))
                .replyMarkup(keyboard(part.keys()))
                .build();
    }

    private static SendPhoto photo(Place place, Part.Photo part, @Nullable Integer replyTo, boolean plain) {
        return SendPhoto.builder()
                .chatId(Long.toString(place.chat()))
                .messageThreadId(place.topic())
                .photo(new InputFile(part.picture().open(), part.picture().name()))
                .caption(caption(part, plain))
                .parseMode(plain ? null : HTML)
                .replyParameters(reply(replyTo))
                .replyMarkup(keyboard(part.keys()))
                .build();
    }

    private static SendDocument file(Place place, Part.File part, @Nullable Integer replyTo, boolean plain) {
        return SendDocument.builder()
                .chatId(Long.toString(place.chat()))
                .messageThreadId(place.topic())
                .document(new InputFile(part.file().open(), part.file().name()))
                .caption(caption(part, plain))
                .parseMode(plain ? null : HTML)
                .replyParameters(reply(replyTo))
                .replyMarkup(keyboard(part.keys()))
                .build();
    }

    private static String text(Part part, boolean plain) {
        return plain ? part.plain() : part.text().html();
    }

    private static @Nullable String caption(Part part, boolean plain) {
        String text = text(part, plain);
        return text.isEmpty() ? null : text;
    }

    private static LinkPreviewOptions preview(Part.Text part) {
        return LinkPreviewOptions.builder().isDisabled(!part.preview()).build();
    }

    private static @Nullable ReplyParameters reply(@Nullable Integer to) {
        return to == null
                ? null
                : ReplyParameters.builder()
                        .messageId(to)
                        .allowSendingWithoutReply(true)
                        .build();
    }

    private static @Nullable InlineKeyboardMarkup keyboard(List<List<Key>> keys) {
        return keys.isEmpty()
                ? null
                : new InlineKeyboardMarkup(keys.stream()
                        .map(row -> new InlineKeyboardRow(
                                row.stream().map(Courier::button).toList()))
                        .toList());
    }

    private static InlineKeyboardButton button(Key key) {
        return InlineKeyboardButton.builder()
                .text(key.label())
                .callbackData(key.data())
                .url(key.url())
                .build();
    }
}
