package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plan file that somebody edits, with its digest computed again. */
final class EditedPlan {
    private static final ObjectMapper JSON = JsonMapping.objectMapper();

    private EditedPlan() {}

    /**
     * Adds an item behind all others.
     *
     * @param item its JSON, with apostrophes for quotation marks
     */
    static void addTo(Path from, Path to, String item) {
        try {
            ObjectNode plan = (ObjectNode) JSON.readTree(Files.readString(from));
            plan.withArray("items").add(JSON.readTree(item.replace('\'', '"')));
            new SealedJson(JSON).write(plan, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes the journal beside a run's plan say that the run began with it as it is now. */
    static void matchJournal(Path plan) {
        Path journal = plan.resolveSibling("journal.jsonl");
        try {
            String digest = JSON.readTree(Files.readString(plan)).path("digest").asText();
            Files.writeString(
                    journal,
                    Files.readString(journal)
                            .replaceAll(", plan [0-9a-f]{64}", ", plan " + digest));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another application's index, as an item of the plan. */
    static String index(String cluster, String name, String aliases) {
        return """
        {'phase': 'STATISTICS', 'kind': 'index', 'locator': '%2$s',
         'address': {'cluster': '%1$s', 'index': '%2$s', 'uuid': 'x', 'aliases': '%3$s'},
         'amount': {'count': 1, 'unit': 'indices', 'bytes': 0}, 'why': 'statistics', 'fingerprint': 'f'}
        """
                .formatted(cluster, name, aliases);
    }
}
