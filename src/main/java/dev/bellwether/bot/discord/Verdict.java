package dev.bellwether.bot.discord;

import dev.bellwether.talk.Outcome;
import java.time.Duration;

/** What a failed call means for the chat it was meant for. */
final class Verdict {
    private Verdict() {}

    static Outcome of(RestFailure failure) {
        return switch (failure.kind()) {
            case TOO_FAST -> new Outcome.Retry(failure.after(), failure.said(), false);
            case BROKEN -> new Outcome.Retry(Duration.ZERO, told(failure), false);
            case NO_ANSWER -> new Outcome.Retry(Duration.ZERO, failure.said(), true);
            case REFUSED -> refused(failure);
        };
    }

    private static Outcome refused(RestFailure failure) {
        return switch (failure.code()) {
            case Codes.UNKNOWN_CHANNEL, Codes.UNKNOWN_GUILD -> dead(Outcome.Reason.DELETED, failure);
            case Codes.MISSING_ACCESS -> dead(Outcome.Reason.KICKED, failure);
            case Codes.MISSING_PERMISSIONS -> dead(Outcome.Reason.NO_PERMISSION, failure);
            case Codes.CANNOT_MESSAGE_USER, Codes.NO_COMMON_SERVER -> dead(Outcome.Reason.BLOCKED, failure);
            // without a code it was not Discord that spoke, or the token no longer holds: the chat is not to blame
            default ->
                failure.status() == 400
                        ? new Outcome.Refused(told(failure))
                        : new Outcome.Retry(Duration.ofMinutes(1), told(failure), false);
        };
    }

    /** Whether the chat is gone, so that another form of the message would not help. */
    static boolean isFinal(RestFailure failure) {
        return refused(failure) instanceof Outcome.Dead;
    }

    private static Outcome dead(Outcome.Reason reason, RestFailure failure) {
        return new Outcome.Dead(reason, told(failure));
    }

    private static String told(RestFailure failure) {
        return failure.code() > 0 ? failure.code() + ": " + failure.said() : failure.said();
    }
}
