package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * Listens to the poller's requests, for the client library hides what they bring. It keeps each update as it came and passes on
 * only its number: a single update of a kind that the library can't read would fail the whole batch, again and again. It notes
 * when Telegram last gave a sign of life. And it decides how long to wait after a failure, since the library gives its own
 * {@link BackOff} neither the error nor Telegram's wish.
 */
final class PollWatch implements Interceptor, BackOff {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WRONG_TOKEN = "Telegram does not know this token: ask @BotFather for the bot's token"
            + " (/mybots, API Token), set fronts.telegram.token and start again";

    private final InstantSource clock;
    private final Link link;
    private final Pauses pauses;
    private final String bot;
    private final Map<Integer, String> bodies = new ConcurrentHashMap<>();

    private volatile Instant last;
    private volatile Duration pause = Duration.ZERO;
    private volatile @Nullable Trouble trouble;
    private volatile boolean quick = true;

    private record Trouble(int code, String text, Duration retryAfter) {}

    /** @param bot what the bot is called, for the state */
    PollWatch(InstantSource clock, Link link, TelegramSettings.Times times, String bot) {
        this.clock = clock;
        this.link = link;
        this.pauses = new Pauses(times.firstPause(), times.longestPause());
        this.bot = bot;
        this.last = clock.instant();
    }

    /** The poller starts anew. */
    void begin() {
        last = clock.instant();
        trouble = null;
        quick = true;
    }

    /** Whether the next poll is not to wait, so that it shows at once whether all is well again. */
    boolean isQuick() {
        return quick;
    }

    /** Whether there was no sign of a poll for longer than polls and pauses take. */
    boolean isSilent(Duration longest) {
        return clock.instant().isAfter(last.plus(pause).plus(longest));
    }

    /** Whether updates go elsewhere because a webhook is set, which a new start of the poller takes away. */
    boolean isHookedElsewhere() {
        Trouble now = trouble;
        return now != null && now.code() == 409 && now.text().contains("webhook");
    }

    /** An update as it came; null if it is not of the last answer. */
    @Nullable
    String body(int number) {
        return bodies.get(number);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        last = clock.instant();
        try {
            Response response = chain.proceed(chain.request());
            String body = response.body().string();
            last = clock.instant();
            String passed =
                    chain.request().url().encodedPath().toLowerCase(Locale.ROOT).endsWith("/getupdates")
                            ? read(body, response.code())
                            : body;
            return response.newBuilder().body(ResponseBody.create(passed, JSON)).build();
        } catch (IOException e) {
            trouble = new Trouble(0, "no connection to the Bot API", Duration.ZERO);
            quick = true;
            throw e;
        }
    }

    private String read(String body, int status) throws JsonProcessingException {
        JsonNode answer = json(body);
        if (status == 200 && answer.path("result").isArray()) {
            trouble = null;
            pause = Duration.ZERO;
            quick = false;
            link.up(bot);
            return numbers(answer);
        }
        String text = answer.path("description").asText("a page with status " + status);
        int seconds = answer.path("parameters").path("retry_after").asInt(0);
        trouble = new Trouble(status == 200 ? 502 : status, text, Duration.ofSeconds(seconds));
        quick = status != 409;
        return body;
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    private String numbers(JsonNode answer) throws JsonProcessingException {
        bodies.clear();
        ObjectNode passed = MAPPER.createObjectNode().put("ok", true);
        ArrayNode result = passed.putArray("result");
        for (JsonNode update : answer.path("result")) {
            int number = update.path("update_id").asInt();
            bodies.put(number, MAPPER.writeValueAsString(update));
            result.addObject().put("update_id", number);
        }
        return MAPPER.writeValueAsString(passed);
    }

    /** The client library calls this after every good answer; a conflict must have been over for a whole poll. */
    @Override
    public void reset() {
        if (!quick) {
            pauses.reset();
        }
    }

    @Override
    public long nextBackOffMillis() {
        Trouble now = trouble;
        if (now == null) {
            now = new Trouble(0, "an answer that can't be read", Duration.ZERO);
        }
        pause = pauses.next(now.retryAfter());
        if (now.code() == 401 || now.code() == 404) {
            link.stopped(WRONG_TOKEN);
        } else {
            link.lost(sentence(now), clock.instant().plus(pause));
        }
        return pause.toMillis();
    }

    private static String sentence(Trouble trouble) {
        return trouble.code() == 409 && !trouble.text().contains("webhook")
                ? "another program reads this bot's messages with the same token; only one may, so stop it (409)"
                : trouble.code() == 0
                        ? trouble.text()
                        : "the Bot API answers " + trouble.code() + ": " + trouble.text();
    }

    /** What to say when Telegram does not know the token. */
    static String wrongToken() {
        return WRONG_TOKEN;
    }
}
