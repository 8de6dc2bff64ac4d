package io.clearmltenants.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The fileserver's root folder, asked for when it is first needed. */
@ApplicationScoped
public class FileRoot {
    /** A tenth of a second's work on a local disk; each passage costs two lines in the journal. */
    private static final long ENTRIES_AT_MOST = 10_000;

    private final Supplier<Optional<Path>> near;
    private final Supplier<Optional<FarFiles>> far;
    private final Supplier<Optional<String>> missing;
    private final ObjectMapper json;
    private final long entriesAtMost;
    private FarRoot farRoot;

    @Inject
    FileRoot(Connections connections, ObjectMapper json) {
        this(
                () -> connections.server().files().map(Setting::value),
                () -> connections.reach().farFiles(),
                () -> connections.reach().folderMissing(),
                json,
                ENTRIES_AT_MOST);
    }

    /**
     * @param near the folder on this machine
     * @param far the folder on another one
     * @param missing why neither is known; empty if there is no fileserver
     * @param entriesAtMost how many entries a passage through the gate may change
     */
    FileRoot(
            Supplier<Optional<Path>> near,
            Supplier<Optional<FarFiles>> far,
            Supplier<Optional<String>> missing,
            ObjectMapper json,
            long entriesAtMost) {
        this.near = near;
        this.far = far;
        this.missing = missing;
        this.json = json;
        this.entriesAtMost = entriesAtMost;
    }

    /** The folder that a program which was started beside it is told. */
    static FileRoot beside(Path folder, ObjectMapper json) {
        return new FileRoot(
                () -> Optional.of(folder), Optional::empty, Optional::empty, json, ENTRIES_AT_MOST);
    }

    /**
     * Why nothing of this tenant must be erased, in one sentence; empty if nothing speaks against
     * it.
     */
    public Optional<String> refusal(TenantId id) {
        Optional<Path> here = near.get();
        return here.isPresent()
                ? here.flatMap(root -> NearRoot.refusal(root, id))
                : folder().flatMap(folder -> folder.refusal(id));
    }

    /**
     * Why files of the tenant may be where nobody looks, in one sentence; empty if the folder is
     * known, or the installation has no fileserver.
     */
    public Optional<String> outOfReach() {
        return folder().isPresent() ? Optional.empty() : missing.get();
    }

    /**
     * The folder; empty if nobody knows it. One on this machine comes before one elsewhere, since
     * the user may have named it.
     *
     * @throws ConnectFailure where it is not a folder that may hold tenants
     */
    synchronized Optional<RootFolder> folder() {
        Optional<RootFolder> here = near.get().map(named -> NearRoot.of(named, entriesAtMost));
        return here.isPresent() ? here : far.get().map(this::opened);
    }

    private RootFolder opened(FarFiles files) {
        if (farRoot == null) {
            farRoot = new FarRoot(files, json);
        }
        return farRoot;
    }

    @PreDestroy
    synchronized void close() {
        if (farRoot != null) {
            farRoot.close();
        }
    }
}
