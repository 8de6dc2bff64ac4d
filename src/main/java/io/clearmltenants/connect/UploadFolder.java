package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The fileserver's folder as its own process finds it (F/fileserver.py:24).
 *
 * @param variables of that process, by name
 */
public record UploadFolder(Map<String, String> variables) {
    /** Where it is without a variable, below the root of the fileserver's machine. */
    static final String USUAL = "mnt/fileserver";

    /** The one that a variable names; empty if none does. */
    public Optional<Setting<Path>> named() {
        return new Environment(variables)
                .first("CLEARML_UPLOAD_FOLDER", "TRAINS_UPLOAD_FOLDER")
                .map(set -> new Setting<>(Path.of(set.value()), set.origin()));
    }

    /** The one that a variable names, else the usual one. */
    public Setting<Path> orUsual() {
        return named().orElseGet(() -> usual(Path.of("/")));
    }

    /** The usual one below a machine's root folder. */
    static Setting<Path> usual(Path root) {
        return new Setting<>(root.resolve(USUAL), new Origin(Origin.Kind.DEFAULT, "files"));
    }
}
