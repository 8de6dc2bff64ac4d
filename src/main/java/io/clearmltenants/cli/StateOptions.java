package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.journal.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where this program keeps its journals, plans and reports. */
class StateOptions {
    private static final String PROGRAM = "clearml-tenants";

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "Folder for journals and reports. Default: $XDG_STATE_HOME/clearml-tenants, else"
                            + " ~/.local/state/clearml-tenants, else /tmp/clearml-tenants where the home cannot be written.")
    Optional<Path> folder = Optional.empty();

    /** The runs that the chosen folder remembers. */
    Runs runs(ObjectMapper json, Terminal terminal) {
        return new Runs(folder.orElseGet(() -> defaultFolder(System.getenv(), terminal)), json);
    }

    private static Path defaultFolder(Map<String, String> environment, Terminal terminal) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        if (!state.isBlank()) {
            return Path.of(state, PROGRAM);
        }
        Path home = Path.of(environment.getOrDefault("HOME", "/"));
        Path usual = home.resolve(".local/state").resolve(PROGRAM);
        if (Files.isWritable(firstExisting(usual))) {
            return usual;
        }
        Path temporary = Path.of("/tmp", PROGRAM);
        terminal.error(
                "Warning: "
                        + home
                        + " cannot be written, so the journal goes to "
                        + temporary
                        + ", which a container loses when it ends; better give --state-dir.");
        return temporary;
    }

    private static Path firstExisting(Path path) {
        Path existing = path;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }
}
