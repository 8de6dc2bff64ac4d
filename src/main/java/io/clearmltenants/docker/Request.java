package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.http.HttpEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;

/**
 * What is asked of an engine.
 *
 * @param target path and query
 * @param upgrade whether the connection becomes a plain stream afterwards
 */
record Request(String method, String target, Optional<HttpEntity> body, boolean upgrade) {

    static Request get(String path, Map<String, String> query) {
        return new Request("GET", target(path, query), Optional.empty(), false);
    }

    static Request head(String path, Map<String, String> query) {
        return new Request("HEAD", target(path, query), Optional.empty(), false);
    }

    static Request post(String path, Map<String, String> query) {
        return new Request("POST", target(path, query), Optional.empty(), false);
    }

    static Request post(String path, Map<String, String> query, JsonNode body) {
        HttpEntity entity = new StringEntity(body.toString(), ContentType.APPLICATION_JSON);
        return new Request("POST", target(path, query), Optional.of(entity), false);
    }

    static Request put(String path, Map<String, String> query, HttpEntity body) {
        return new Request("PUT", target(path, query), Optional.of(body), false);
    }

    static Request delete(String path, Map<String, String> query) {
        return new Request("DELETE", target(path, query), Optional.empty(), false);
    }

    Request upgraded() {
        return new Request(method, target, body, true);
    }

    private static String target(String path, Map<String, String> query) {
        if (query.isEmpty()) {
            return path;
        }
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
