package io.clearmltenants.files;

import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says in one sentence why files must not be erased below a fileserver's folder; empty if nothing
 * speaks against it.
 */
final class FolderChecks {
    private final Path root;
    private final MountPoints mounts;

    /**
     * @param root the fileserver's folder as the user or the configuration names it; may be a link
     */
    FolderChecks(Path root) {
        this(root, new MountPoints());
    }

    FolderChecks(Path root, MountPoints mounts) {
        this.root = root;
        this.mounts = mounts;
    }

    /** The root must be a folder, and not that of the whole machine. */
    Optional<String> root() {
        String name = "The fileserver's folder " + Sentences.printable(root);
        if (!Files.exists(root)) {
            return Optional.of(name + " does not exist; name it with --files.");
        }
        if (!Files.isDirectory(root)) {
            return Optional.of(name + " is not a folder; name it with --files.");
        }
        try {
            return root.toRealPath().getParent() == null
                    ? Optional.of(name + " is the root of the whole machine; name it with --files.")
                    : Optional.empty();
        } catch (IOException failure) {
            return Optional.of(name + " cannot be resolved: " + Sentences.reason(failure) + ".");
        }
    }

    /**
     * The tenant's folder, if there is one, must be a folder itself and lie on one file system with
     * all that it holds: a link or a mount point leads to what may be somebody else's.
     */
    Optional<String> tenant(TenantId id) {
        if (root().isPresent()) {
            return Optional.empty();
        }
        try {
            Path folder = root.toRealPath().resolve(id.value());
            return Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    ? existing(folder)
                    : Optional.empty();
        } catch (IOException failure) {
            return Optional.of(
                    "The tenant's folder cannot be looked at: " + Sentences.reason(failure) + ".");
        }
    }

    private Optional<String> existing(Path folder) throws IOException {
        String name = "The tenant's folder " + Sentences.printable(folder);
        if (Files.isSymbolicLink(folder)) {
            return Optional.of(
                    name
                            + " is a link to "
                            + Sentences.printable(Files.readSymbolicLink(folder))
                            + "; replace it with the folder, or remove it.");
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(name + " is not a folder; look at it and remove it.");
        }
        List<String> mounted = mounts.within(folder);
        if (!mounted.isEmpty()) {
            return Optional.of(
                    "A file system is mounted on "
                            + Sentences.printable(mounted.getFirst())
                            + ", in the tenant's folder; unmount it first.");
        }
        return device(folder).equals(device(folder.getParent()))
                ? Optional.empty()
                : Optional.of(name + " is a mount point; unmount it first.");
    }

    private static Object device(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:dev", LinkOption.NOFOLLOW_LINKS);
    }
}
