package io.clearmltenants.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a second look found, where nobody looked, and what was not asked for. */
@ApplicationScoped
public class LeftoverText {
    private static final String SCHEMA = "clearml-tenants/verify/1";

    private final ObjectMapper json;

    LeftoverText(ObjectMapper json) {
        this.json = json;
    }

    /**
     * As text: one sentence, a table if something is left, a list if nobody could look somewhere.
     */
    public String render(
            TenantId id, Scope scope, List<Leftover> leftovers, List<Finding.Kept> unseen) {
        StringBuilder text = new StringBuilder();
        if (!leftovers.isEmpty()) {
            text.append("Leftovers of tenant ")
                    .append(id)
                    .append(":\n")
                    .append(LeftoverTable.of(leftovers));
        } else if (unseen.isEmpty()) {
            text.append("Nothing of tenant ").append(id).append(" is left").append(in(scope));
        } else {
            text.append("Nothing of tenant ").append(id).append(" was found").append(in(scope));
        }
        if (!unseen.isEmpty()) {
            text.append("\nNot looked at, so something may be left there:\n")
                    .append(
                            TextTable.list(
                                    unseen.stream()
                                            .map(one -> one.store().label() + ": " + one.text())
                                            .toList()));
        }
        return text.toString().stripTrailing();
    }

    /** As one JSON object. */
    public String json(
            TenantId id, Scope scope, List<Leftover> leftovers, List<Finding.Kept> unseen) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("schema", SCHEMA);
        answer.put("tenant", id.value());
        answer.put("clean", leftovers.isEmpty() && unseen.isEmpty());
        answer.put("scope", scope.labels());
        answer.put("leftovers", leftovers);
        answer.put("unseen", unseen);
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String in(Scope scope) {
        return scope.complete() ? "." : " in " + String.join(", ", scope.labels()) + ".";
    }
}
