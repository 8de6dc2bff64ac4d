package io.clearmltenants.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final String PREFIX = ".clearml-tenants-";
    private static final Pattern NAME =
            Pattern.compile(Pattern.quote(PREFIX) + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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

    /** A name for a Job's state folder, which nobody can guess and no tenant has. */
    public static String newName() {
        return PREFIX + UUID.randomUUID();
    }

    /** True if this is such a name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Removes a Job's state folder with all that is in it.
     *
     * @throws IOException if its name or its content shows that it is something else
     */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!isName(folder.getFileName().toString()) || !holdsOnlyRuns(folder)) {
            throw new IOException(folder + " is no state folder of this program, and stays.");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean holdsOnlyRuns(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(
                    entry ->
                            entry.getFileName().toString().equals(Runs.FOLDER)
                                    && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS));
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
