package io.clearmltenants.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a second look found. */
@ApplicationScoped
public class LeftoverText {
    private static final String SCHEMA = "clearml-tenants/verify/1";

    private final ObjectMapper json;

    LeftoverText(ObjectMapper json) {
        this.json = json;
    }

    /** As text: one sentence, and a table where something is left. */
    public String render(TenantId id, List<Leftover> leftovers) {
        if (leftovers.isEmpty()) {
            return "Nothing of tenant " + id + " is left.";
        }
        return "Of tenant " + id + " this is left:\n" + LeftoverTable.of(leftovers).stripTrailing();
    }

    /** As one JSON object. */
    public String json(TenantId id, List<Leftover> leftovers) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("schema", SCHEMA);
        answer.put("tenant", id.value());
        answer.put("clean", leftovers.isEmpty());
        answer.put("leftovers", leftovers);
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
