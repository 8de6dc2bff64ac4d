package io.clearmltenants.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that, whenever the machine stops, it is there as it was before or as it is
 * after.
 */
public final class WholeFile {
    private WholeFile() {}

    /**
     * The file can be read by its owner alone, since that is how temporary files are made.
     *
     * @throws UnwritableFile if it cannot be written
     */
    public static void write(String text, Path file) {
        write(file, output -> output.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream output) throws IOException;
    }

    /**
     * The same for content that is written piece by piece.
     *
     * @throws UnwritableFile if it cannot be written
     */
    public static void write(Path file, Content content) {
        check(file);
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".draft");
            try {
                fill(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            sync(folder);
        } catch (IOException failure) {
            throw new UnwritableFile(file, failure);
        }
    }

    /**
     * Fails for a file that cannot be written, before there is something to write into it.
     *
     * @throws UnwritableFile if its folder is missing, or another thing than a file has its name
     */
    public static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UnwritableFile(file, "it is a folder; name a file in it");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw new UnwritableFile(file, "it is not a regular file; name another one");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UnwritableFile(file, "its folder does not exist");
        }
    }

    private static void fill(Path draft, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Without this a power cut can lose the file's new name. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
