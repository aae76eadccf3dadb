package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands between the network and the client library, which takes two answers for something they are not. A page of a gateway
 * in between becomes a refusal with the status it came with, where the library would give it the code 0. And of a message that
 * was taken, only its name is passed on: the library would call it a failure when it meets a kind of message it does not know,
 * and the message would be sent again.
 */
final class HonestAnswers implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String body = body(response);
        return response.newBuilder()
                .body(ResponseBody.create(honest(body, response.code()), JSON))
                .build();
    }

    private static String body(Response response) throws NeverAnswered {
        try (ResponseBody body = response.body()) {
            return body.string();
        } catch (IOException e) {
            throw new NeverAnswered(e);
        }
    }

    private static String honest(String body, int status) throws JsonProcessingException {
        JsonNode answer = read(body);
        if (!answer.path("ok").isBoolean()) {
            return MAPPER.writeValueAsString(MAPPER.createObjectNode()
                    .put("ok", false)
                    .put("error_code", status >= 400 ? status : 502)
                    .put("description", "No answer of the Bot API but a page with status " + status));
        }
        if (answer.path("result").path("message_id").isNumber()) {
            return MAPPER.writeValueAsString(shortened((ObjectNode) answer));
        }
        return body;
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    private static ObjectNode shortened(ObjectNode answer) {
        JsonNode message = answer.path("result");
        ObjectNode result = MAPPER.createObjectNode();
        for (String field : new String[] {"message_id", "date"}) {
            result.set(field, message.path(field));
        }
        ObjectNode chat = result.putObject("chat");
        for (String field : new String[] {"id", "type"}) {
            chat.set(field, message.path("chat").path(field));
        }
        return answer.set("result", result);
    }
}
