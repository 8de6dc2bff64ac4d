package io.clearmltenants.files;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fileserver's folder with two tenants, on the real file system. */
record Fileserver(Path root) {
    static final String VICTIM = "c0ffee00c0ffee00c0ffee00c0ffee01";
    static final String BYSTANDER = "b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b1";
    static final String DOOMED = "." + VICTIM + ".deleting-" + RecordingGate.RUN;

    static Fileserver in(Path folder) {
        try {
            Fileserver server = new Fileserver(folder.toRealPath());
            server.file(VICTIM + "/project/task.1/models/model.pt", "weights");
            server.file(VICTIM + "/project/task.1/artifacts/data/data.csv", "1,2,3");
            server.file(BYSTANDER + "/project/task.2/models/model.pt", "other weights");
            server.file("tmp/upload", "half a file");
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Target target(String id, String... tasks) {
        return new Target(
                new Tenant(new TenantId(id), Optional.of("Coffee")),
                Set.of(BYSTANDER),
                kind -> Stream.of(tasks));
    }

    static Target target() {
        return target(VICTIM);
    }

    FileRoot configured() {
        return at(root);
    }

    /** A fileserver's folder on this machine. */
    static FileRoot at(Path folder) {
        return FileRoot.beside(folder, JsonMapping.objectMapper());
    }

    /** No fileserver's folder anywhere. */
    static FileRoot nowhere() {
        return new FileRoot(
                Optional::empty,
                Optional::empty,
                () -> Optional.of("No folder is known; name it with --files."),
                JsonMapping.objectMapper(),
                1);
    }

    FilesPhase phase() {
        return new FilesPhase(configured());
    }

    /** A phase whose passages are so small that an erasure takes many. */
    FilesPhase phase(int entriesAtMost) {
        return new FilesPhase(
                new FileRoot(
                        () -> Optional.of(root),
                        Optional::empty,
                        Optional::empty,
                        JsonMapping.objectMapper(),
                        entriesAtMost));
    }

    List<Item> items() {
        return phase().find(target()).toList();
    }

    Item item() {
        return items().getFirst();
    }

    /** Erases all that is found, as the eraser does. */
    void erase(FilesPhase phase, WriteGate gate) {
        for (Item item : items()) {
            while (phase.erase(target(), item, gate)) {
                if (gate.stopping()) {
                    return;
                }
            }
        }
    }

    Path victim() {
        return root.resolve(VICTIM);
    }

    Path doomed() {
        return root.resolve(DOOMED);
    }

    Path file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A path whose last name is given by its bytes, percent-encoded, whatever the locale is. */
    static Path raw(Path folder, String encodedName) {
        return Path.of(URI.create("file://" + folder + "/" + encodedName));
    }

    /** Every entry below with mode, owner, group, times, link target and content. */
    static SortedMap<String, String> snapshot(Path folder) {
        SortedMap<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                entries.put(path.toString(), described(path));
            }
            return entries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String described(Path path) throws IOException {
        var facts =
                new TreeMap<>(
                        Files.readAttributes(
                                path,
                                "unix:mode,uid,gid,lastModifiedTime,ctime,ino,nlink,size",
                                LinkOption.NOFOLLOW_LINKS));
        return facts
                + (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        ? Files.readString(path, StandardCharsets.ISO_8859_1)
                        : "");
    }
}
