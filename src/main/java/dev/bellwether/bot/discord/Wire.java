package dev.bellwether.bot.discord;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Single calls to Discord's REST API through JDA's requester, which keeps the buckets of each route and obeys 429s. Blocks; to be
 * called on virtual threads.
 *
 * <p>JDA's own actions are not used for messages: they need the channel in the cache (archived threads and direct messages are not
 * there after a restart), they invent the nonce, they refuse from the cache what Discord would allow, and they can't tell a call
 * that was refused from one whose answer was lost.
 */
final class Wire {
    /** After so long in the queue of a bucket a call is given up; it was not sent then. */
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(60);

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private Wire() {}

    /**
     * Calls once.
     *
     * @param body with the files that it names; null for none
     * @param queue whether to wait when Discord says that it is too fast; else that is a failure
     * @return what Discord answered; empty if nothing
     * @throws RestFailure if it did not do it
     */
    static DataObject call(JDA jda, Route.CompiledRoute route, @Nullable RequestBody body, boolean queue) {
        RestAction<DataObject> action = new RestActionImpl<DataObject>(
                        jda,
                        route,
                        body,
                        (response, request) -> response.optObject().orElseGet(DataObject::empty))
                .timeout(LONGEST_QUEUE.toSeconds(), TimeUnit.SECONDS);
        try {
            return action.submit(queue).get();
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost(RestFailure.Kind.NO_ANSWER, "stopped while waiting for Discord", e);
        } catch (RuntimeException e) {
            throw failure(e); // the requester was closed
        }
    }

    /** The body of a call with files. */
    static RequestBody body(DataObject json, Collection<? extends AttachedFile> files) {
        return files.isEmpty()
                ? RequestBody.create(json.toJson(), JSON)
                : AttachedFile.createMultipartBody(files, json).build();
    }

    private static RestFailure failure(Throwable cause) {
        return switch (cause) {
            case ErrorResponseException refused -> answered(refused);
            case RateLimitedException fast ->
                new RestFailure(
                        RestFailure.Kind.TOO_FAST,
                        429,
                        0,
                        "Discord asks to write more slowly",
                        Duration.ofMillis(Math.max(0, fast.getRetryAfter())),
                        fast);
            case TimeoutException late ->
                lost(RestFailure.Kind.BROKEN, "Discord's limit for this channel was not free in time", late);
            case CancellationException closed -> lost(RestFailure.Kind.BROKEN, "the connection was closed", closed);
            default -> lost(RestFailure.Kind.NO_ANSWER, "no answer from Discord: " + cause.getMessage(), cause);
        };
    }

    private static RestFailure lost(RestFailure.Kind kind, String what, Throwable cause) {
        return new RestFailure(kind, 0, 0, what, Duration.ZERO, cause);
    }

    private static RestFailure answered(ErrorResponseException refused) {
        Response response = refused.getResponse();
        Exception broken = response.getException();
        if (broken instanceof IOException || response.code < 100) {
            String what = broken == null ? refused.getMeaning() : broken.toString();
            return lost(RestFailure.Kind.NO_ANSWER, "no answer from Discord: " + what, refused);
        }
        RestFailure.Kind kind = response.code >= 500 ? RestFailure.Kind.BROKEN : RestFailure.Kind.REFUSED;
        String said = refused.getMeaning();
        return new RestFailure(kind, response.code, refused.getErrorCode(), said, Duration.ZERO, refused);
    }
}
