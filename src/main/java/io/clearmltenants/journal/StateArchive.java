package io.clearmltenants.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A state folder on its way from one host to another, as a ZIP archive. */
public final class StateArchive {
    /** What the receiver says when it listens. */
    public static final String WANTED = "wanted";

    /** What the receiver says when all has arrived. */
    public static final String RECEIVED = "received";

    private StateArchive() {}

    /** Writes all files of the folder; nothing for a folder that is not there. */
    public static void send(Path folder, OutputStream output) throws IOException {
        ZipOutputStream archive = new ZipOutputStream(output);
        for (Path file : files(folder)) {
            archive.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
            Files.copy(file, archive);
        }
        archive.finish();
        archive.flush();
    }

    /** Puts the files below a folder, readable by their owner alone. */
    public static void receive(InputStream input, Path folder) throws IOException {
        OwnerOnly.folders(folder);
        ZipInputStream archive = new ZipInputStream(input);
        for (ZipEntry entry = archive.getNextEntry();
                entry != null;
                entry = archive.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("The archive leads out of its folder: " + entry.getName());
            }
            OwnerOnly.folders(file.getParent());
            Files.deleteIfExists(file);
            try (OutputStream copy = Channels.newOutputStream(OwnerOnly.append(file))) {
                archive.transferTo(copy);
            }
        }
    }

    /** Removes the folder with all that is in it. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
