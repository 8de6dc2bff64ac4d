package io.clearmltenants.connect;

import io.clearmltenants.json.PlainFile;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A password that a flag's file holds, or that is typed, so that it never stands on the command
 * line.
 */
final class PasswordFile {
    private static final String TYPED = "-";
    private static final int LARGEST = 64 * 1024;
    private static final String[] HANDED_OVER = {"/dev/fd", "/dev/stdin", "/proc/self/fd"};

    private PasswordFile() {}

    /**
     * @param flag the flag that names the file
     * @throws ConfigurationFailure if the file cannot be read or is empty
     */
    static Optional<Setting<Secret>> read(String flag, Optional<Path> file) {
        return file.map(path -> new Setting<>(new Secret(content(flag, path)), Origin.flag(flag)));
    }

    private static String content(String flag, Path file) {
        return file.toString().equals(TYPED) ? typed(flag) : fromFile(flag, file);
    }

    private static String typed(String flag) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new ConfigurationFailure(
                    "%s - asks for the password, but there is no terminal to type it at; name a file."
                            .formatted(flag));
        }
        char[] password = console.readPassword("Password (%s): ", flag);
        return password == null ? "" : new String(password);
    }

    /** A shell hands a password over in a pipe that it has opened: {@code <(pass clearml)}. */
    private static String bounded(Path file) throws IOException {
        boolean handedOver = Stream.of(HANDED_OVER).anyMatch(file::startsWith);
        try (InputStream input =
                Files.newInputStream(handedOver ? file : PlainFile.checked(file))) {
            byte[] bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it is larger than a password");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static String fromFile(String flag, Path file) {
        try {
            // Editors end a file with a line break, which belongs to no password.
            String password = bounded(file).replaceFirst("\\R+$", "");
            if (password.isEmpty()) {
                throw new ConfigurationFailure(
                        "The file %s that %s names is empty; write the password into it."
                                .formatted(file, flag));
            }
            return password;
        } catch (IOException unreadable) {
            throw new ConfigurationFailure(
                    "The file %s that %s names cannot be read; give a file that holds the password."
                            .formatted(file, flag),
                    unreadable);
        }
    }
}
