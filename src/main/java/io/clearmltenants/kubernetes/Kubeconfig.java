package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.clearmltenants.connect.ConnectFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that say where clusters are, looked at before the client's library reads them: it takes
 * a file that is missing for none, and what is no kubeconfig for a mistake of the program.
 *
 * @param environment the variables of this process
 */
record Kubeconfig(Map<String, String> environment) {
    private static final String VARIABLE = "KUBECONFIG";

    /** Those that KUBECONFIG names, else the usual one. */
    List<Path> files() {
        return named().map(
                        list ->
                                Stream.of(list.split(File.pathSeparator))
                                        .filter(part -> !part.isBlank())
                                        .map(Path::of)
                                        .toList())
                .orElseGet(
                        () ->
                                List.of(
                                        Path.of(
                                                environment.getOrDefault("HOME", "/"),
                                                ".kube/config")));
    }

    /** True if one of the files is there. */
    boolean exists() {
        return files().stream().anyMatch(Files::exists);
    }

    /**
     * @throws ConnectFailure if no file that KUBECONFIG names is there, or one is no kubeconfig
     */
    void check() {
        if (named().isPresent() && !exists()) {
            throw new ConnectFailure(
                    "KUBECONFIG names %s, which is not there; name a kubeconfig, or unset it."
                            .formatted(named().get()));
        }
        // A pipe can be read only once.
        files().stream().filter(Files::isRegularFile).forEach(Kubeconfig::checkContent);
    }

    private static void checkContent(Path file) {
        try {
            JsonNode content = new YAMLMapper().readTree(file.toFile());
            if (!content.isObject() && !content.isMissingNode()) {
                throw unusable(file, "it is not a kubeconfig", null);
            }
        } catch (IOException unreadable) {
            throw unusable(file, firstLine(unreadable), unreadable);
        }
    }

    private static String firstLine(IOException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    }

    private static ConnectFailure unusable(Path file, String why, IOException cause) {
        return new ConnectFailure(
                "The kubeconfig %s cannot be used (%s); see that `kubectl config view` works with it."
                        .formatted(file, why),
                cause);
    }

    private Optional<String> named() {
        return Optional.ofNullable(environment.get(VARIABLE)).filter(list -> !list.isBlank());
    }
}
