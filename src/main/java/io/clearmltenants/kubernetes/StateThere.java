package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarProgram;
import io.clearmltenants.journal.StateArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state folder on the fileserver's volume: it outlives the pod and the node. It is no tenant's,
 * since none's name begins with a dot, and nobody can guess its name: the fileserver gives its
 * files to everybody who knows theirs.
 */
record StateThere(FileserverVolume volume, String path) {
    private static final String ANNOTATION = "clearml-tenants/state";

    /** A new one. */
    static StateThere create(FileserverVolume volume) {
        String name = StateArchive.newName();
        return new StateThere(volume, volume.folder().value().resolve(name).toString());
    }

    /**
     * The one that a Job's annotations name.
     *
     * @throws ConnectFailure if no Job of this program can have named it
     */
    static Optional<StateThere> of(FileserverVolume volume, JsonNode annotations) {
        return Optional.ofNullable(annotations.path(ANNOTATION).textValue())
                .map(path -> new StateThere(volume, checked(volume, path)));
    }

    /** Who may write annotations does not therefore say what is removed. */
    private static String checked(FileserverVolume volume, String path) {
        Path folder = Path.of(path);
        if (!volume.folder().value().equals(folder.getParent())
                || !StateArchive.isName(String.valueOf(folder.getFileName()))) {
            throw new ConnectFailure(
                    "The Job's annotation names '%s', which is no state folder of this program on the fileserver's volume; look at who wrote it, and remove the Job."
                            .formatted(path));
        }
        return path;
    }

    Map<String, String> annotations() {
        return Map.of(ANNOTATION, path);
    }

    /**
     * Moves its content here.
     *
     * @throws ConnectFailure where that is not possible now; then it stays there
     */
    void fetch(Path here) {
        List<String> command = List.of("state-folder", "--state-dir", path);
        try (FarProgram program = volume.start(command)) {
            say(program, StateArchive.WANTED);
            StateArchive.receive(program.output(), here);
            say(program, StateArchive.RECEIVED);
            program.output().readAllBytes();
        } catch (IOException failed) {
            throw new ConnectFailure(
                    "The journal could not be fetched from %s on the fileserver's volume (%s)."
                            .formatted(path, failed.getMessage()),
                    failed);
        }
    }

    private static void say(FarProgram program, String word) throws IOException {
        program.input().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        program.input().flush();
    }
}
