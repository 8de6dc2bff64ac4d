package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kernel's list of what is mounted where. A bind mount has the device number of the folder
 * around it, so comparing devices alone would miss it.
 *
 * @param table Linux's {@code /proc/self/mountinfo}; other systems have none
 */
record MountPoints(Path table) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");
    private static final int MOUNT_POINT = 4;

    MountPoints() {
        this(Path.of("/proc/self/mountinfo"));
    }

    /** The mount points at a folder (a real path) and below it. */
    List<String> within(Path folder) {
        if (!Files.exists(table)) {
            return List.of();
        }
        // byte by byte: a mount point's name need not be valid in any character set
        try (Stream<String> lines = Files.lines(table, StandardCharsets.ISO_8859_1)) {
            String text = folder.toString();
            return lines.map(MountPoints::path)
                    .filter(path -> path.equals(text) || path.startsWith(text + "/"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new ConnectFailure("The mount points cannot be listed from " + table, failure);
        }
    }

    private static String path(String line) {
        String escaped = line.split(" ", -1)[MOUNT_POINT];
        String bytes =
                ESCAPE.matcher(escaped)
                        .replaceAll(
                                match ->
                                        Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(match.group(1), 8))));
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
