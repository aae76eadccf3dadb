package dev.bellwether.bot.telegram;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Outcome;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** A call that Telegram refused or that did not reach it; knows what follows from it. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String text;
    private final Duration retryAfter;
    private final @Nullable Long migratedTo;
    private final boolean perhaps;

    private Failure(
            int code, String text, Duration retryAfter, @Nullable Long migratedTo, boolean perhaps, Throwable cause) {
        super(text, cause);
        this.code = code;
        this.text = text;
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
        this.perhaps = perhaps;
    }

    static Failure of(Throwable thrown) {
        if (thrown instanceof TelegramApiRequestException refused && refused.getErrorCode() != null) {
            ResponseParameters parameters = refused.getParameters();
            Integer after = parameters == null ? null : parameters.getRetryAfter();
            return new Failure(
                    refused.getErrorCode(),
                    withoutPrefix(String.valueOf(refused.getApiResponse())),
                    after == null ? Duration.ZERO : Duration.ofSeconds(after),
                    parameters == null ? null : parameters.getMigrateToChatId(),
                    false,
                    refused);
        }
        // The call as a whole may run out of time after it was written; then the interceptor never gets to see it.
        boolean perhaps = has(thrown, NeverAnswered.class) || ranOut(thrown);
        return new Failure(0, "No connection: " + reason(thrown), Duration.ZERO, null, perhaps, thrown);
    }

    /** The thread was told to stop while it waited. */
    static Failure interrupted(InterruptedException e) {
        return new Failure(0, "Stopped while waiting for an answer", Duration.ZERO, null, true, e);
    }

    private static String withoutPrefix(String description) {
        return description.replaceFirst("^(Bad Request|Forbidden|Conflict): ", "");
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the time for the whole call is over; a connection that does not come about has a time-out of its own. */
    private static boolean ranOut(Throwable thrown) {
        return has(thrown, InterruptedIOException.class) && !has(thrown, SocketTimeoutException.class);
    }

    /** The innermost cause; outer ones may name the whole address, and the token with it. */
    private static String reason(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getClass().getSimpleName();
    }

    /** Telegram's error code; 0 if no answer came. */
    int code() {
        return code;
    }

    /** What is wrong, in Telegram's words where it has any. */
    String text() {
        return text;
    }

    /** How long Telegram wants to be left alone; zero if it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** Whether trying again with this token is of no use. */
    boolean isWrongToken() {
        return code == 401 || code == 404;
    }

    /** Whether there were too many calls. */
    boolean isFlood() {
        return code == 429;
    }

    /** An edit that would change nothing. */
    boolean isUnchanged() {
        return code == 400 && says("message is not modified");
    }

    /** The message to edit is gone, or is not one that can be edited. */
    boolean isEditLost() {
        return code == 400
                && says(
                        "message to edit not found",
                        "message can't be edited",
                        "there is no text in the message",
                        "message_id_invalid",
                        "message identifier is not specified");
    }

    /** Whether the message is at fault, not the chat: another version of it may be taken. */
    boolean isRefusal() {
        return (code == 400 || code == 413) && migratedTo == null && gone().isEmpty();
    }

    /** Whether it is the keyboard that is refused. */
    boolean isOfKeyboard() {
        return says("button", "keyboard", "reply markup", "reply_markup");
    }

    /** What came of a send that ended so. */
    Outcome outcome(ChatId chat) {
        if (migratedTo != null) {
            return new Outcome.Moved(new ChatId(chat.front(), Long.toString(migratedTo)));
        }
        Optional<Outcome.Reason> gone = gone();
        if (gone.isPresent()) {
            return new Outcome.Dead(gone.get(), text);
        }
        if (isRefusal()) {
            return new Outcome.Refused(text);
        }
        return new Outcome.Retry(retryAfter, code == 0 ? text : code + " " + text, perhaps);
    }

    /** Why the chat can't be written to any more; empty if that is not what is wrong. */
    private Optional<Outcome.Reason> gone() {
        if (code == 403) {
            return Optional.of(
                    says("blocked", "initiate conversation", "can't send messages to bots")
                            ? Outcome.Reason.BLOCKED
                            : says("deactivated", "deleted")
                                    ? Outcome.Reason.DELETED
                                    : says("kicked", "not a member")
                                            ? Outcome.Reason.KICKED
                                            : Outcome.Reason.NO_PERMISSION);
        }
        if (code != 400) {
            return Optional.empty();
        }
        if (says(
                "chat not found",
                "peer_id_invalid",
                "deactivated",
                "thread not found",
                "topic_deleted",
                "topic_id_invalid")) {
            return Optional.of(Outcome.Reason.DELETED);
        }
        if (says("user_is_blocked")) {
            return Optional.of(Outcome.Reason.BLOCKED);
        }
        return says(
                        "not enough rights",
                        "have no rights",
                        "need administrator rights",
                        "write_forbidden",
                        "send_plain_forbidden",
                        "topic_closed")
                ? Optional.of(Outcome.Reason.NO_PERMISSION)
                : Optional.empty();
    }

    private boolean says(String... words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(words).anyMatch(lower::contains);
    }
}
