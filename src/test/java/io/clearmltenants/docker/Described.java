package io.clearmltenants.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.core.DockerClientConfig;

/** Containers as an engine's answers describe them, shortened to what a test is about. */
public final class Described {
    private Described() {}

    /** An answer of GET /containers/ID/json, with ' for ". */
    public static Container container(String json) {
        return new Container(parse(json, InspectContainerResponse.class));
    }

    /** An entry of GET /containers/json, with ' for ". */
    public static Listed listed(String json) {
        return new Listed(parse(json, com.github.dockerjava.api.model.Container.class));
    }

    private static <T> T parse(String json, Class<T> type) {
        try {
            return DockerClientConfig.getDefaultObjectMapper()
                    .readValue(json.replace('\'', '"'), type);
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
