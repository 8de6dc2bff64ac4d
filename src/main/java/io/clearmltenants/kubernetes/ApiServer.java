package io.clearmltenants.kubernetes;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.kubernetes.ApiFailures.Refusal;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a cluster's API server about one namespace. Every request has a time-out, and is tried again
 * where the server is busy or lost.
 */
record ApiServer(Cluster cluster, ObjectMapper json) {
    private static final int ANSWER_SECONDS = 20;

    /** All tries of one request together. */
    private static final int LONGEST_SECONDS = 90;

    private static final String JSON = "application/json";

    /** The namespace that it asks about. */
    String namespace() {
        return cluster.namespace();
    }

    /** The same server, asked about another namespace. */
    ApiServer in(String namespace) {
        return new ApiServer(cluster.in(namespace), json);
    }

    /** All objects of a kind ("pods"), with a label selector or "" for all. */
    List<JsonNode> list(String kind, String selector) {
        String query = selector.isEmpty() ? "" : "?labelSelector=" + Query.encoded(selector);
        JsonNode answer = asked("list", kind, request(path(kind) + query));
        return Pod.elements(answer.path("items")).toList();
    }

    /** One object; empty where there is none of this name. */
    Optional<JsonNode> get(String kind, String name) {
        return unless(Set.of(HTTP_NOT_FOUND), "get", kind, request(path(kind) + "/" + name));
    }

    /** One object; empty where there is none of this name, or we may not know it. */
    Optional<JsonNode> getIfAllowed(String kind, String name) {
        return unless(
                Set.of(HTTP_NOT_FOUND, HTTP_FORBIDDEN),
                "get",
                kind,
                request(path(kind) + "/" + name));
    }

    /** Makes an object; one of its name that is there already is taken for the same. */
    JsonNode create(String kind, JsonNode object) {
        HttpRequest.Builder request =
                request(path(kind)).post(JSON, object.toString().getBytes(StandardCharsets.UTF_8));
        // A first try may have got through although its answer was lost.
        return unless(Set.of(HTTP_CONFLICT), "create", kind, request)
                .or(() -> get(kind, object.at("/metadata/name").asText()))
                .orElseThrow();
    }

    /** Removes an object and what it made; that there is none is well. */
    void delete(String kind, String name) {
        unless(
                Set.of(HTTP_NOT_FOUND),
                "delete",
                kind,
                request(path(kind) + "/" + name + "?propagationPolicy=Background")
                        .delete(JSON, "{\"gracePeriodSeconds\":0}"));
    }

    /** The path of a kind in this namespace, with its API group. */
    String path(String kind) {
        String base =
                switch (kind) {
                    case "jobs" -> "apis/batch/v1/";
                    case "deployments" -> "apis/apps/v1/";
                    case "selfsubjectaccessreviews" -> "apis/authorization.k8s.io/v1/";
                    case String core -> "api/v1/";
                };
        return kind.equals("selfsubjectaccessreviews")
                ? base + kind
                : base + "namespaces/" + namespace() + "/" + kind;
    }

    URI uri(String path) {
        return URI.create(cluster.address() + path);
    }

    private HttpRequest.Builder request(String path) {
        return cluster.client()
                .newHttpRequestBuilder()
                .uri(uri(path))
                .timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private Optional<JsonNode> unless(
            Set<Integer> codes, String verb, String kind, HttpRequest.Builder request) {
        try {
            return Optional.of(answer(verb, kind, request));
        } catch (Refusal refused) {
            if (codes.contains(refused.code())) {
                return Optional.empty();
            }
            throw refused.forUser();
        }
    }

    private JsonNode asked(String verb, String kind, HttpRequest.Builder request) {
        return unless(Set.of(), verb, kind, request).orElseThrow();
    }

    private JsonNode answer(String verb, String kind, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    cluster.client()
                            .sendAsync(request.build(), String.class)
                            .get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!response.isSuccessful()) {
                throw ApiFailures.refused(cluster, verb, kind, response);
            }
            return json.readTree(response.body());
        } catch (ExecutionException | TimeoutException lost) {
            throw ApiFailures.lost(cluster, lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiFailures.lost(cluster, stopped);
        } catch (JsonProcessingException noJson) {
            throw new ConnectFailure(
                    "%s does not answer as a Kubernetes API server; see the kubeconfig's server and proxy."
                            .formatted(cluster.address()),
                    noJson);
        }
    }
}
