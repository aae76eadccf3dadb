package dev.bellwether.app.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read from a passage, as one line of JSON. Absent values are null. */
final class Findings {
    private final ObjectMapper json;

    Findings(ObjectMapper json) {
        this.json = json;
    }

    String line(JsonNode id, List<AnalystCall> calls, List<Claim> claims, @Nullable String story)
            throws JsonProcessingException {
        ObjectNode line = json.createObjectNode();
        line.set("id", id.isMissingNode() ? json.nullNode() : id);
        ArrayNode callNodes = line.putArray("calls");
        calls.forEach(call -> put(callNodes.addObject(), call));
        ArrayNode claimNodes = line.putArray("claims");
        claims.forEach(claim -> put(claimNodes.addObject(), claim));
        line.put("story", story);
        return json.writeValueAsString(line);
    }

    private static void put(ObjectNode node, AnalystCall call) {
        node.put("firm", call.firm());
        node.put("analyst", call.analyst());
        node.put("company", call.company());
        node.put("symbol", call.symbol());
        node.put("action", call.action().label());
        node.put("old", plain(call.oldTarget()));
        node.put("new", plain(call.newTarget()));
        node.put("currency", call.currency());
        node.put("rating", call.rating());
        node.put("kind", call.kind().label());
    }

    private static void put(ObjectNode node, Claim claim) {
        node.put("kind", claim.kind().label());
        if (claim.date() == null) {
            node.put("value", plain(claim.value()));
        } else {
            node.put("value", claim.date().toString());
        }
        node.put("currency", claim.currency());
        node.put("period", claim.period());
        node.put("company", claim.company());
        node.put("symbol", claim.symbol());
    }

    /** The number without an exponent or needless zeros. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
