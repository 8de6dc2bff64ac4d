package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fileserver's root folder on this machine.
 *
 * @param root with its links resolved: what is renamed and removed is below this very folder
 * @param entriesAtMost how many entries a passage through the gate may change
 */
record NearRoot(Path root, long entriesAtMost) implements RootFolder {
    private static final int FOLDERS_AT_ONCE = 20_000;

    /**
     * @param named as the user or the configuration names it
     * @throws ConnectFailure where it is not a folder that may hold tenants
     */
    static NearRoot of(Path named, long entriesAtMost) {
        new FolderChecks(named)
                .root()
                .ifPresent(
                        sentence -> {
                            throw new ConnectFailure(sentence);
                        });
        try {
            return new NearRoot(named.toRealPath(), entriesAtMost);
        } catch (IOException failure) {
            throw Sentences.failure("The fileserver's folder", named, failure);
        }
    }

    /** Why nothing of this tenant must be erased below a folder, even one that is not there. */
    static Optional<String> refusal(Path named, TenantId id) {
        FolderChecks checks = new FolderChecks(named);
        return checks.root().or(() -> checks.tenant(id));
    }

    @Override
    public String label() {
        return Sentences.printable(root);
    }

    @Override
    public ServerState state() {
        return new RootState(root).asServer();
    }

    @Override
    public Optional<String> refusal(TenantId id) {
        return refusal(root, id);
    }

    @Override
    public List<Item> find(TenantId id) {
        return new TenantTree(root, id).items();
    }

    @Override
    public List<Leftover> look(TenantId id) {
        return new PlainListing(root, id).leftovers();
    }

    @Override
    public RootLayout layout(TenantId id, Set<String> neighbours, RootLayout.Owner owner) {
        try {
            return new TaskFolders(root, id, neighbours, owner, FOLDERS_AT_ONCE).look();
        } catch (IOException failure) {
            throw Sentences.failure("The fileserver's folder", root, failure);
        }
    }

    @Override
    public long present(TenantId id, List<String> urls) {
        return urls.stream().map(UrlPath::new).filter(url -> url.existsBelow(root, id)).count();
    }

    @Override
    public boolean erase(TenantId id, Item item, WriteGate gate) {
        return new TenantTree(root, id).erase(item, gate, entriesAtMost);
    }
}
