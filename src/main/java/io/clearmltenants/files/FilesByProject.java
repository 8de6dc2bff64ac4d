package io.clearmltenants.files;

import io.clearmltenants.phase.FileUrls;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * What of a tenant lies on the fileserver outside of its own folder, where this version erases
 * nothing.
 */
@ApplicationScoped
class FilesByProject {
    private static final int URLS_AT_ONCE = 1_000;

    private final FileUrls urls;

    FilesByProject(FileUrls urls) {
        this.urls = urls;
    }

    /** One sentence if files may be there that no phase erases; empty if looking proves none. */
    Optional<String> objection(RootFolder folder, Target target) {
        RootLayout layout = layout(folder, target);
        return stray(folder, layout, target).or(() -> blind(folder, layout, target));
    }

    /** How the folder is laid out, seen by a tenant. */
    static RootLayout layout(RootFolder folder, Target target) {
        return folder.layout(target.id(), target.neighbours(), tasks -> owned(tasks, target.ids()));
    }

    /** Why the tenant's files could not be told from others'; empty if they can. */
    static Optional<String> blind(RootFolder folder, RootLayout layout, Target target) {
        boolean forgotten = target.tenant().name().isEmpty() && !knowsTasks(target.ids());
        return forgotten && layout.others() > 0 && !layout.own() && layout.tenants() == 0
                ? Optional.of(
                        "The fileserver keeps files by project and task below %s, and nobody here knows the tenant's tasks any more, so its files cannot be told from those of others."
                                .formatted(folder.label()))
                : Optional.empty();
    }

    private Optional<String> stray(RootFolder folder, RootLayout layout, Target target) {
        Named named = named(folder, target);
        if (layout.folders() > 0 || named.there() > 0) {
            return Optional.of(
                    "The fileserver keeps files by project and task, not by tenant: %s in %s of this tenant's tasks, and %s, below %s; this version does not erase them.%s"
                            .formatted(
                                    counted(layout.files(), "file"),
                                    counted(layout.folders(), "folder"),
                                    naming(named.there()),
                                    folder.label(),
                                    unreadable(layout)));
        }
        return named.fileservers() > 0 && !layout.isFileservers()
                ? Optional.of(
                        "The tenant has %s on a fileserver, but %s holds no folder that a fileserver makes: name the right folder with --files."
                                .formatted(naming(named.fileservers()), folder.label()))
                : Optional.empty();
    }

    private static String naming(long urls) {
        return counted(urls, "URL")
                + " of its documents that "
                + (urls == 1 ? "names a file" : "name files");
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String unreadable(RootLayout layout) {
        return layout.unreadable() == 0
                ? ""
                : " Folders that this user may not look into: " + layout.unreadable() + ".";
    }

    /** URLs of documents: of files that are there, and of hosts that look like a fileserver. */
    private record Named(long there, long fileservers) {
        Named and(Named more) {
            return new Named(there + more.there, fileservers + more.fileservers);
        }
    }

    private Named named(RootFolder folder, Target target) {
        return urls.read(
                target,
                all ->
                        all.gather(Gatherers.windowFixed(URLS_AT_ONCE))
                                .map(some -> named(folder, target.id(), some))
                                .reduce(new Named(0, 0), Named::and));
    }

    private static Named named(RootFolder folder, TenantId id, List<String> urls) {
        return new Named(
                folder.present(id, urls),
                urls.stream().map(UrlPath::new).filter(UrlPath::looksLikeFileservers).count());
    }

    private static Set<String> owned(Set<String> tasks, KnownIds ids) {
        Set<String> owned = new HashSet<>();
        try (Stream<String> known = ids.stream(IdKind.TASK)) {
            known.filter(tasks::contains).forEach(owned::add);
        }
        return owned;
    }

    private static boolean knowsTasks(KnownIds ids) {
        try (Stream<String> known = ids.stream(IdKind.TASK)) {
            return known.findAny().isPresent();
        }
    }
}
