package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.json.PlainFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that is to be read as a kubeconfig. The client that reads it takes it for one, and fails
 * without a sentence if it is something else.
 */
record KubeconfigFile(Path path) {
    private static final Pattern ITS_FIELDS =
            Pattern.compile("\\b(clusters|contexts|users|current-context|kind)[\"']?\\s*:");

    /** Those that the variables of this process name and that are there. */
    static List<KubeconfigFile> all(Map<String, String> environment) {
        String named = environment.getOrDefault("KUBECONFIG", "");
        Stream<String> paths =
                named.isBlank()
                        ? Stream.of(environment.getOrDefault("HOME", "/") + "/.kube/config")
                        : Stream.of(named.split(File.pathSeparator));
        return paths.filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::exists)
                .map(KubeconfigFile::new)
                .toList();
    }

    /**
     * @throws ConnectFailure if it is something else than a kubeconfig
     */
    void check() {
        problem()
                .ifPresent(
                        problem -> {
                            throw new ConnectFailure(
                                    "%s is no kubeconfig: %s; see KUBECONFIG or ~/.kube/config."
                                            .formatted(path, problem));
                        });
    }

    private Optional<String> problem() {
        try {
            return ITS_FIELDS.matcher(PlainFile.text(path, StandardCharsets.UTF_8)).find()
                    ? Optional.empty()
                    : Optional.of("it names no clusters, contexts or users");
        } catch (CharacterCodingException binary) {
            return Optional.of("it is no text");
        } catch (FileSystemException special) {
            return Optional.of(
                    special.getReason() == null ? "permission denied" : special.getReason());
        } catch (IOException unreadable) {
            return Optional.of("it cannot be read (" + unreadable.getMessage() + ")");
        }
    }
}
