package io.clearmltenants.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The value is JSON, names tasks or models, and all of them are the tenant's. The tenant's ids are
 * streamed past those that the values name, so that memory grows with Redis and not with the
 * tenant. A state that names none ({@code GetManyScrollState}) is left to expire after ten minutes.
 */
final class TasksInValue implements Proof {
    @Override
    public List<String> own(Batch batch, Target target) {
        Map<String, Set<String>> tasks = new HashMap<>();
        batch.node()
                .strings(
                        batch.names(),
                        (name, value) ->
                                JsonText.tree(value)
                                        .map(TasksInValue::tasks)
                                        .filter(ids -> !ids.isEmpty())
                                        .ifPresent(ids -> tasks.put(name, ids)));
        if (tasks.isEmpty()) {
            return List.of();
        }
        Set<String> named = new HashSet<>();
        tasks.values().forEach(named::addAll);
        Set<String> own = own(named, target);
        return batch.names().stream()
                .filter(tasks::containsKey)
                .filter(name -> own.containsAll(tasks.get(name)))
                .toList();
    }

    private static Set<String> own(Set<String> named, Target target) {
        Set<String> own = new HashSet<>();
        for (IdKind kind : List.of(IdKind.TASK, IdKind.MODEL)) {
            try (Stream<String> ids = target.ids().stream(kind)) {
                ids.filter(named::contains).forEach(own::add);
            }
        }
        return own;
    }

    /** A model's events stand under its id in the same field. */
    private static Set<String> tasks(JsonNode value) {
        return value.findValues("task").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }
}
