package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Something a person did, and what the bot answered. Handed out by {@link FakeDiscord}. */
public final class FakeInteraction {
    /** What Discord gives a bot for the first word, and for the last. */
    static final Duration FIRST_WORD = Duration.ofSeconds(3);

    static final Duration LAST_WORD = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofSeconds(20);

    final String id;
    final String token;
    final String channel;
    final int type;
    final Duration created;
    final @Nullable String source;
    final AtomicBoolean acknowledged = new AtomicBoolean();
    private final CompletableFuture<FakeMessage> answer = new CompletableFuture<>();
    private final CompletableFuture<JsonNode> choices = new CompletableFuture<>();
    private final CompletableFuture<Integer> firstWord = new CompletableFuture<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile @Nullable String original;

    FakeInteraction(String id, String token, String channel, int type, Duration created, @Nullable String source) {
        this.id = id;
        this.token = token;
        this.channel = channel;
        this.type = type;
        this.created = created;
        this.source = source;
    }

    void firstWord(int callback) {
        firstWord.complete(callback);
    }

    void original(String message) {
        original = message;
        messages.add(message);
    }

    void further(String message) {
        messages.add(message);
    }

    @Nullable
    String original() {
        return original;
    }

    void answered(FakeMessage message) {
        answer.complete(message);
    }

    void choices(JsonNode list) {
        choices.complete(list);
    }

    /** How the bot first answered: 4 with a message, 5 that one will come, 6 that an edit will, 7 with an edit, 8 with choices. */
    int awaitFirstWord() {
        return get(firstWord);
    }

    /** The first message that says more than that an answer will come, as it stood then. */
    public FakeMessage awaitAnswer() {
        return get(answer);
    }

    /** Whether the answer is there. */
    boolean isAnswered() {
        return answer.isDone();
    }

    /** What may be taken for the option, name and value. */
    List<FakeMessage.Control> awaitChoices() {
        JsonNode list = get(choices);
        return java.util.stream.StreamSupport.stream(list.spliterator(), false)
                .map(choice -> new FakeMessage.Control(
                        choice.path("name").asText(), choice.path("value").asText()))
                .toList();
    }

    /** The numbers of all messages that answered, in order. */
    List<String> messages() {
        return messages;
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (Exception e) {
            throw new AssertionError("the bot did not answer", e);
        }
    }
}
