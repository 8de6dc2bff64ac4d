package io.clearmltenants.files;

import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for folders of tasks in the open-source layout, where no folder names a tenant: {@code
 * <project>/<task>.<task id>} (SDK clearml/backend_interface/task/task.py:643) or {@code
 * reports/<task id>}. Folders of tenants, directly below the root, are not entered: what is there
 * is theirs. Both sides may be large: folders are collected up to a limit, and compared with the
 * tenant's ids then.
 */
final class TaskFolders extends SimpleFileVisitor<Path> {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern TASK = Pattern.compile("(?s)(?:.*\\.)?([0-9a-f]{32})");

    /** What ext4 makes in the root of each volume, for root alone. */
    private static final String FOUND = "lost+found";

    private final Path root;
    private final TenantFolders own;
    private final Set<String> neighbours;
    private final RootLayout.Owner owner;
    private final int foldersAtOnce;
    private final Map<String, List<Path>> tasks = new HashMap<>();
    private boolean ownFound;
    private long collected;
    private long tenants;
    private long folders;
    private long files;
    private long others;
    private long unreadable;

    TaskFolders(
            Path root,
            TenantId id,
            Set<String> neighbours,
            RootLayout.Owner owner,
            int foldersAtOnce) {
        this.root = root;
        this.own = new TenantFolders(root, id);
        this.neighbours = neighbours;
        this.owner = owner;
        this.foldersAtOnce = foldersAtOnce;
    }

    /** Looks at all folders below the root. */
    RootLayout look() throws IOException {
        Files.walkFileTree(root, this);
        compare();
        return new RootLayout(ownFound, tenants, folders, files, others, unreadable);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
            throws IOException {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (folder.getParent().equals(root) && isTenants(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        Matcher task = TASK.matcher(folder.getFileName().toString());
        if (!task.matches()) {
            return FileVisitResult.CONTINUE;
        }
        tasks.computeIfAbsent(task.group(1), _ -> new ArrayList<>()).add(folder);
        if (++collected >= foldersAtOnce) {
            compare();
        }
        return FileVisitResult.SKIP_SUBTREE;
    }

    /** True if a name directly below the root is one that tenants' folders have. */
    static boolean isTenants(Path name, TenantId id) {
        return name.toString().equals(id.value()) || ID.matcher(name.toString()).matches();
    }

    private boolean isTenants(Path folder) {
        String name = folder.getFileName().toString();
        if (own.covers(name)) {
            ownFound = true;
            return true;
        }
        if (neighbours.contains(name) || ID.matcher(name).matches()) {
            tenants++;
            return true;
        }
        return name.equals(FOUND);
    }

    /** What this user may not enter, or what has gone since, cannot be counted. */
    @Override
    public FileVisitResult visitFileFailed(Path folder, IOException failure) {
        boolean foreseen = folder.equals(root.resolve(FOUND)) || isTenantsPlace(folder);
        if (!foreseen && !(failure instanceof NoSuchFileException)) {
            unreadable++;
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder that may not be entered comes here without having been visited. */
    private boolean isTenantsPlace(Path folder) {
        return !folder.equals(root) && folder.getParent().equals(root) && isTenants(folder);
    }

    private void compare() throws IOException {
        if (tasks.isEmpty()) {
            return;
        }
        Set<String> owned = owner.owned(tasks.keySet());
        for (Map.Entry<String, List<Path>> task : tasks.entrySet()) {
            if (!owned.contains(task.getKey())) {
                others += task.getValue().size();
                continue;
            }
            folders += task.getValue().size();
            for (Path folder : task.getValue()) {
                Files.walkFileTree(folder, new Counter());
            }
        }
        tasks.clear();
        collected = 0;
    }

    private final class Counter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path folder, IOException failure) {
            return TaskFolders.this.visitFileFailed(folder, failure);
        }
    }
}
