package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.journal.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where this program keeps its journals, plans and reports. */
class StateOptions {
    private static final String PROGRAM = "clearml-tenants";
    private static final Path TEMPORARY = Path.of("/tmp", PROGRAM);

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = {
                "Folder for journals and reports. Default:",
                "$XDG_STATE_HOME/clearml-tenants,",
                "else ~/.local/state/clearml-tenants,",
                "else /tmp/clearml-tenants."
            })
    Optional<Path> folder = Optional.empty();

    /** The runs that the chosen folder remembers. */
    Runs runs(ObjectMapper json, Terminal terminal) {
        return new Runs(folder(terminal), json, terminal::error);
    }

    /** The chosen folder, which need not be there yet. */
    Path folder(Terminal terminal) {
        return folder.orElseGet(() -> defaultFolder(System.getenv(), terminal));
    }

    private static Path defaultFolder(Map<String, String> environment, Terminal terminal) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        if (!state.isBlank()) {
            return Path.of(state, PROGRAM);
        }
        String home = environment.getOrDefault("HOME", "");
        Path usual = Path.of(home.isBlank() ? "/" : home, ".local/state", PROGRAM).toAbsolutePath();
        Path existing = firstExisting(usual);
        // A container's home may be /dev/null, which can be written but holds no folder.
        boolean writable = Files.isDirectory(existing) && Files.isWritable(existing);
        return writable ? usual : temporary(home, terminal);
    }

    /** Everybody may write to /tmp, so what somebody else has put there is not taken for ours. */
    private static Path temporary(String home, Terminal terminal) {
        if (Files.exists(TEMPORARY, LinkOption.NOFOLLOW_LINKS) && !ours(TEMPORARY)) {
            throw new WrongUsage(
                    "The home folder cannot be written, and "
                            + TEMPORARY
                            + " is another user's; give a folder for the journal with --state-dir.");
        }
        terminal.error(
                "Warning: the home folder '"
                        + home
                        + "' cannot be written, so the journal goes to "
                        + TEMPORARY
                        + ", which a container loses when it ends; better give --state-dir.");
        return TEMPORARY;
    }

    private static boolean ours(Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .equals(Files.getOwner(Path.of("/proc/self")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path firstExisting(Path path) {
        Path existing = path;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }
}
