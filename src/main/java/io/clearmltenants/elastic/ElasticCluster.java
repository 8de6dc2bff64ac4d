package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.TlsFailure;
import io.clearmltenants.phase.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/**
 * One Elasticsearch cluster, spoken to in plain JSON so that versions 7.16 to 8 answer alike.
 *
 * @param name its first name in the configuration ("events")
 */
record ElasticCluster(String name, RestClient client, ObjectMapper json) {
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

    /** Reads; the parameters go into the query string. */
    JsonNode get(String path, Map<String, String> parameters) {
        return call(request("GET", path, parameters));
    }

    /** Reads with a question in JSON. */
    JsonNode get(String path, Map<String, String> parameters, String question) {
        Request request = request("GET", path, parameters);
        request.setJsonEntity(question);
        return call(request);
    }

    /** Deletes indices by their exact names. */
    JsonNode delete(String path, Map<String, String> parameters) {
        return call(request("DELETE", path, parameters));
    }

    private static Request request(String method, String path, Map<String, String> parameters) {
        Request request = new Request(method, path);
        parameters.forEach(request::addParameter);
        return request;
    }

    private JsonNode call(Request request) {
        try {
            Response response = client.performRequest(request);
            try (InputStream body = response.getEntity().getContent()) {
                return json.readTree(body);
            }
        } catch (ResponseException refused) {
            throw translate(refused);
        } catch (IOException lost) {
            throw lost(lost);
        }
    }

    private RuntimeException lost(IOException failure) {
        String server = "Elasticsearch (" + name + ")";
        return TlsFailure.of(server, failure)
                .map(RuntimeException.class::cast)
                .orElseGet(
                        () ->
                                new TransientFailure(
                                        server + " does not answer: " + failure.getMessage(),
                                        failure));
    }

    private RuntimeException translate(ResponseException refused) {
        int status = refused.getResponse().getStatusLine().getStatusCode();
        if (status == 401 || status == 403) {
            return new ConnectFailure(
                    "Elasticsearch (%s) answers %d: check user, password and the user's rights."
                            .formatted(name, status),
                    refused);
        }
        if (PASSING.contains(status)) {
            return new TransientFailure("Elasticsearch (" + name + ") answers " + status, refused);
        }
        return new ElasticRefusal(
                status, "Elasticsearch (" + name + "): " + reason(refused), refused);
    }

    private String reason(ResponseException refused) {
        try (InputStream body = refused.getResponse().getEntity().getContent()) {
            return json.readTree(body).at("/error/reason").asText(refused.getMessage());
        } catch (IOException unreadable) {
            refused.addSuppressed(unreadable);
            return refused.getMessage();
        }
    }
}
