package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom a container's program runs.
 *
 * @param id empty where neither the pod says it nor the container has the tool to ask
 */
record User(Optional<Long> id) {

    static User of(ApiServer server, Container container) {
        Optional<Long> said =
                Stream.of(
                                container.spec().at("/securityContext/runAsUser"),
                                container.pod().spec().at("/securityContext/runAsUser"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asLong)
                        .findFirst();
        return new User(said.or(() -> asked(server, container)));
    }

    boolean isRoot() {
        return id.equals(Optional.of(0L));
    }

    private static Optional<Long> asked(ApiServer server, Container container) {
        if (!container.pod().runs(container.name())) {
            return Optional.empty();
        }
        try (RemoteProgram question = RemoteProgram.exec(server, container, List.of("id", "-u"))) {
            String answer =
                    new String(question.output().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(answer).filter(text -> text.matches("\\d+")).map(Long::valueOf);
        } catch (IOException noSuchTool) {
            // The image's own user then, which is the same in the same image.
            return Optional.empty();
        }
    }
}
