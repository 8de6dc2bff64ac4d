package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tenant's folders directly below the root: its own, and those that deletions renamed. Names are
 * compared with the listing, never asked for by path: a file system that ignores case would answer
 * with the folder of a case twin.
 */
final class TenantFolders {
    private final Path root;
    private final Path own;
    private final Pattern doomed;

    TenantFolders(Path root, TenantId id) {
        this.root = root;
        try {
            this.own = Path.of(id.value());
        } catch (InvalidPathException unwritable) {
            throw new ConnectFailure(
                    "The tenant's id cannot be written as a file's name in this locale; set LC_ALL=C.UTF-8.",
                    unwritable);
        }
        this.doomed =
                Pattern.compile("\\." + Pattern.quote(id.value()) + "\\.deleting-[A-Za-z0-9-]+");
    }

    /** The name of the tenant's own folder (DE/import_projects.md:203). */
    Path own() {
        return own;
    }

    /** The name that a run gives the tenant's own folder before it removes what is in it. */
    Path doomed(String run) {
        Path name = Path.of("." + own + ".deleting-" + run);
        if (!isDoomed(name)) {
            throw new IllegalArgumentException("'" + run + "' is not a run's name");
        }
        return name;
    }

    /** True for a name that a run gave to the tenant's own folder. */
    boolean isDoomed(Path name) {
        return doomed.matcher(name.toString()).matches();
    }

    /** True for every name that a folder of this tenant can have. */
    boolean covers(Path name) {
        return name.equals(own) || isDoomed(name);
    }

    /** The same for a name that Java has decoded; it need not be one that Java can write. */
    boolean covers(String name) {
        return name.equals(own.toString()) || doomed.matcher(name).matches();
    }

    /** The names of the tenant's folders that are there. */
    List<Path> present() {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (covers(entry.getFileName())
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(entry.getFileName());
                }
            }
        } catch (IOException failure) {
            throw Sentences.failure("The fileserver's folder", root, failure);
        } catch (DirectoryIteratorException failure) {
            throw Sentences.failure("The fileserver's folder", root, failure.getCause());
        }
        names.sort(null);
        return names;
    }
}
