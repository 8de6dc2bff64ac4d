package io.clearmltenants.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.UnwritableFile;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.MergedIds;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The runs that one state folder remembers. */
public final class Runs {
    /** All that a state folder has in it. */
    static final String FOLDER = "runs";

    private final Path folder;
    private final ObjectMapper json;
    private final Consumer<String> warnings;
    private final Set<Path> passedOver = new HashSet<>();

    /**
     * @param stateFolder where this program keeps what it must remember; made when the first run
     *     begins
     * @param warnings takes a sentence for each run that cannot be read
     */
    public Runs(Path stateFolder, ObjectMapper json, Consumer<String> warnings) {
        folder = stateFolder.resolve(FOLDER);
        this.json = json;
        this.warnings = warnings;
    }

    /**
     * Makes the folder of a new run.
     *
     * @throws JournalFailure if it cannot be made; then nothing of it is there
     */
    public RunFolder create(RunRequest request) {
        try {
            OwnerOnly.folders(folder);
            Path path = OwnerOnly.folder(folder.resolve(new RunName(request.run()).value()));
            return begun(new RunFolder(path, json), request);
        } catch (IOException failure) {
            throw notBegun(
                    "The state folder %s cannot be written (%s)."
                            .formatted(folder, failure.getMessage()),
                    failure);
        }
    }

    private static RunFolder begun(RunFolder run, RunRequest request) throws IOException {
        try {
            run.write(request);
            return run;
        } catch (UnwritableFile failure) {
            Files.delete(run.path());
            throw notBegun(failure.getMessage(), failure);
        }
    }

    private static JournalFailure notBegun(String sentence, Exception failure) {
        return new JournalFailure(
                sentence
                        + " Nothing was changed; free space there, or give another folder with --state-dir.",
                failure);
    }

    /**
     * @throws NoSuchRun if there is no such run here
     */
    public RunFolder named(RunName name) {
        Path path = folder.resolve(name.value());
        if (!Files.isDirectory(path)) {
            throw new NoSuchRun(
                    "There is no run '%s' under %s; a run is remembered on the host where it ran (--state-dir)."
                            .formatted(name, folder));
        }
        return new RunFolder(path, json);
    }

    /**
     * The newest run of a tenant that began and did not come to its end, or came to it with
     * something left; a newer run of the same tenant takes the place of the latter.
     */
    public Optional<RunFolder> resumable(Optional<TenantId> id) {
        Set<TenantId> newer = new HashSet<>();
        return all().stream()
                .filter(
                        run ->
                                asked(run)
                                        .filter(by -> id.isEmpty() || by.equals(id.get()))
                                        .isPresent())
                .filter(RunFolder::begun)
                .filter(
                        run ->
                                newer.add(run.request().tenant().id())
                                        ? !run.complete()
                                        : !run.finished())
                .findFirst();
    }

    /**
     * Identifiers that earlier runs exported: they are known here even after MongoDB has forgotten
     * them.
     */
    public KnownIds idsOf(TenantId id) {
        List<ExportedIds> exported =
                all().stream()
                        .filter(run -> asked(run).filter(id::equals).isPresent())
                        .map(ExportedIds::new)
                        .toList();
        return kind ->
                MergedIds.of(
                        exported.stream()
                                .map(ids -> (Supplier<Stream<String>>) () -> ids.stream(kind))
                                .toList());
    }

    /**
     * The tenant that a run is about. One damaged file of an old run must not keep every other
     * tenant from being deleted: it is named and passed over.
     */
    private Optional<TenantId> asked(RunFolder run) {
        try {
            return Optional.of(run.request().tenant().id());
        } catch (DamagedFile damaged) {
            if (passedOver.add(run.path())) {
                warnings.accept(
                        "Warning: run %s is passed over, since %s"
                                .formatted(run.name(), damaged.getMessage()));
            }
            return Optional.empty();
        }
    }

    /** All runs, the newest first. */
    public List<RunFolder> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> Files.exists(path.resolve("run.json")))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .map(path -> new RunFolder(path, json))
                    .toList();
        } catch (IOException failure) {
            throw new JournalFailure(
                    "The state folder " + folder + " cannot be read: " + failure.getMessage() + ".",
                    failure);
        }
    }
}
