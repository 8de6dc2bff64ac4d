package io.clearmltenants.json;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that somebody names: a pipe or a device would never end, a folder cannot be read. */
public final class PlainFile {
    private static final int LARGEST = 16 * 1024 * 1024;

    private PlainFile() {}

    /**
     * The text of a file that is small by its nature.
     *
     * @throws FileSystemException if it is no regular file or too large, with a reason for the user
     */
    public static String text(Path file, Charset charset) throws IOException {
        if (Files.size(checked(file)) > LARGEST) {
            throw new FileSystemException(file.toString(), null, "it is larger than 16 MB");
        }
        return Files.readString(file, charset);
    }

    /**
     * Lets a regular file pass, and a link to one.
     *
     * @return the file
     * @throws NoSuchFileException if there is none
     * @throws FileSystemException if it is something else, with a reason for the user
     */
    public static Path checked(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "it does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    Files.isDirectory(file)
                            ? "it is a folder"
                            : "it is a pipe or a device, not a file");
        }
        return file;
    }
}
