package io.clearmltenants.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the folders of a tenant's tasks in the open-source layout, where no folder names a tenant:
 * {@code <project>/<task>.<task id>} (SDK clearml/backend_interface/task/task.py:643) or {@code
 * reports/<task id>}. Both sides may be large: folders are collected up to a limit, and compared
 * with the tenant's ids then.
 */
final class TaskFolders extends SimpleFileVisitor<Path> {
    /** A project's name may hold slashes, so that its folder lies deeper. */
    private static final int DEEPEST = 8;

    private static final Pattern TASK = Pattern.compile("(?s)(?:.*\\.)?([0-9a-f]{32})");

    private final Path root;
    private final TaskCount.Owner owner;
    private final int foldersAtOnce;
    private final Map<String, Long> folders = new HashMap<>();
    private long count;
    private long unreadable;

    TaskFolders(Path root, TaskCount.Owner owner, int foldersAtOnce) {
        this.root = root;
        this.owner = owner;
        this.foldersAtOnce = foldersAtOnce;
    }

    /** Looks at all folders below the root. */
    TaskCount compareAll() throws IOException {
        Files.walkFileTree(root, Set.of(), DEEPEST, this);
        compare();
        return new TaskCount(count, unreadable);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        Matcher task = TASK.matcher(folder.getFileName().toString());
        if (folder.equals(root) || !task.matches()) {
            return FileVisitResult.CONTINUE;
        }
        folders.merge(task.group(1), 1L, Long::sum);
        if (folders.size() >= foldersAtOnce) {
            compare();
        }
        return FileVisitResult.SKIP_SUBTREE;
    }

    /** What this user may not enter, or what has gone since, cannot be counted. */
    @Override
    public FileVisitResult visitFileFailed(Path folder, IOException failure) {
        if (!(failure instanceof NoSuchFileException)) {
            unreadable++;
        }
        return FileVisitResult.CONTINUE;
    }

    private void compare() {
        if (!folders.isEmpty()) {
            count += owner.owned(folders);
            folders.clear();
        }
    }
}
