package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.clearmltenants.connect.ConnectFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Waits until a pod of ours runs.
 *
 * @param name the pod's
 */
record Startup(ApiServer server, String name) {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** Nobody need wait for these to go away by themselves. */
    private static final List<String> HOPELESS =
            List.of(
                    "ErrImagePull",
                    "ImagePullBackOff",
                    "ErrImageNeverPull",
                    "InvalidImageName",
                    "CreateContainerConfigError",
                    "CreateContainerError");

    /**
     * @throws ConnectFailure where it does not run in time
     * @throws Carrier.Unsuited where it ran and ended, or its command is not in its image
     */
    void await() throws Carrier.Unsuited {
        RetryPolicy<Pod> running =
                RetryPolicy.<Pod>builder()
                        .handleResultIf(pod -> !settled(pod))
                        .withDelay(PAUSE)
                        .withMaxRetries(-1)
                        .withMaxDuration(LONGEST)
                        .build();
        Pod pod = Failsafe.with(running).get(this::pod);
        Optional<String> end = state(pod, "terminated").map(Startup::reason);
        if (end.isPresent()) {
            throw new Carrier.Unsuited(end.get());
        }
        if (!pod.phase().equals("Running")) {
            throw new ConnectFailure(
                    "Pod %s in namespace '%s' does not start: %s."
                            .formatted(name, server.namespace(), why(pod)));
        }
    }

    private Pod pod() {
        return server.get("pods", name)
                .map(Pod::new)
                .orElseThrow(
                        () ->
                                new ConnectFailure(
                                        "Pod %s in namespace '%s' was removed by somebody else; run this again."
                                                .formatted(name, server.namespace())));
    }

    /** It runs, has ended, or will never run. */
    static boolean settled(Pod pod) {
        return !pod.phase().equals("Pending")
                || state(pod, "waiting")
                        .filter(state -> HOPELESS.contains(state.path("reason").asText()))
                        .isPresent();
    }

    private static Optional<JsonNode> state(Pod pod, String state) {
        return Pod.elements(pod.object().at("/status/containerStatuses"))
                .map(status -> status.path("state").path(state))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    static String why(Pod pod) {
        return state(pod, "waiting")
                .map(Startup::reason)
                .orElseGet(
                        () ->
                                Pod.elements(pod.object().at("/status/conditions"))
                                        .filter(condition -> condition.has("message"))
                                        .map(Startup::reason)
                                        .collect(Collectors.joining("; ")));
    }

    private static String reason(JsonNode state) {
        return (state.path("reason").asText() + " " + state.path("message").asText()).strip();
    }
}
