package io.clearmltenants.json;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of this program that cannot be written; its message is one sentence for the user. */
public final class UnwritableFile extends RuntimeException {
    UnwritableFile(Path file, String reason) {
        super(sentence(file, reason));
    }

    UnwritableFile(Path file, IOException cause) {
        super(sentence(file, reason(cause)), cause);
    }

    private static String sentence(Path file, String reason) {
        return file + " cannot be written: " + reason + ".";
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "its folder does not exist";
            case FileSystemException told when told.getReason() != null -> told.getReason();
            case FileSystemException denied -> "permission denied";
            case IOException other -> String.valueOf(other.getMessage());
        };
    }
}
