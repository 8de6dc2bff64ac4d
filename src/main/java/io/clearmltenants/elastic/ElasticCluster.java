package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.TlsFailure;
import io.clearmltenants.phase.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
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
        return new ErrorAnswer(name, status, body(refused)).failure(refused);
    }

    /** Whatever stands in between, a proxy say, may answer with something else than JSON. */
    private JsonNode body(ResponseException refused) {
        if (refused.getResponse().getEntity() == null) {
            return json.createObjectNode();
        }
        try (InputStream body = refused.getResponse().getEntity().getContent()) {
            return json.readTree(body);
        } catch (IOException unreadable) {
            refused.addSuppressed(unreadable);
            return json.createObjectNode();
        }
    }
}
