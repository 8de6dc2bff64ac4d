package io.clearmltenants.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Containers as an engine's answers describe them, shortened to what a test is about. */
public final class Described {
    private Described() {}

    /** An answer of GET /containers/ID/json, with ' for ". */
    public static Container container(String json) {
        return new Container(parse(json));
    }

    /** An entry of GET /containers/json, with ' for ". */
    public static Listed listed(String json) {
        return new Listed(parse(json));
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
