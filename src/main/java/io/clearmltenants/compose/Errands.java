package io.clearmltenants.compose;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.FarCommand;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.connect.OwnExecutable;
import io.clearmltenants.connect.UnclearSite;
import io.clearmltenants.docker.Engine;
import io.clearmltenants.docker.OwnContainer;
import io.clearmltenants.journal.Operator;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs commands in a container of ours beside the API server's: of the same image, with its
 * variables, networks and mounts, and the fileserver's folder. The API server's own container would
 * not do: its root folder may be read-only, it need not have the fileserver's folder, and a signal
 * cannot be sent to one process of it.
 */
record Errands(Installation installation, HeldFolder held) implements Elsewhere {
    private static final Map<String, String> PROCESSORS = Map.of("aarch64", "arm64");
    private static final int BUFFER = 64 * 1024;

    @Override
    public String label() {
        return "The command runs in a container beside %s of project %s."
                .formatted(installation.apiserver().name(), installation.project().name());
    }

    /** Attaches to a deletion that lost its process, if that is what is to be resumed. */
    @Override
    public FarCommand start(Errand errand) {
        return running(errand)
                .<FarCommand>map(
                        helper ->
                                BesideCommand.attached(
                                        installation.engine().own(helper.container().id()), errand))
                .orElseGet(
                        () -> {
                            removeAbandoned(installation.engine());
                            return create(errand);
                        });
    }

    private Optional<Helper> running(Errand errand) {
        List<Helper> meant =
                abandoned(installation.engine())
                        .filter(helper -> helper.resumedBy(installation, errand))
                        .toList();
        if (meant.size() > 1) {
            throw new UnclearSite(
                    "Deletions of several tenants run here on their own (%s); say which with `delete ID --resume`."
                            .formatted(
                                    meant.stream()
                                            .map(Helper::tenant)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
        return meant.stream().findFirst();
    }

    private FarCommand create(Errand errand) {
        Path executable = OwnExecutable.find(System.getenv());
        checkProcessor();
        ErrandContainer wanted = new ErrandContainer(installation, held, errand);
        OwnContainer container =
                installation.engine().create(installation.apiserver().imageId(), wanted::describe);
        try {
            wanted.furtherNetworks().forEach(container::join);
            upload(wanted.luggage(executable), container);
            return BesideCommand.created(container, errand);
        } catch (RuntimeException failure) {
            container.remove();
            throw failure;
        }
    }

    private static void upload(Luggage luggage, OwnContainer container) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try (PipedInputStream tar = new PipedInputStream(BUFFER)) {
            PipedOutputStream end = new PipedOutputStream(tar);
            Thread.ofVirtual().start(() -> write(luggage, end, written));
            container.write(tar);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        written.join();
    }

    private static void write(
            Luggage luggage, PipedOutputStream end, CompletableFuture<Void> written) {
        try (end) {
            luggage.write(end);
            written.complete(null);
        } catch (IOException unreadable) {
            written.completeExceptionally(
                    new ConnectFailure(
                            "A file cannot be put into the container of the command (%s); see that it can be read."
                                    .formatted(unreadable.getMessage()),
                            unreadable));
        }
    }

    private void checkProcessor() {
        String ours = System.getProperty("os.arch");
        String theirs = installation.engine().architecture();
        if (!PROCESSORS.getOrDefault(ours, ours).equals(theirs)) {
            throw new ConnectFailure(
                    "The engine's host has a processor of another kind (%s, this program is for %s); run this program for %s there."
                            .formatted(theirs, ours, theirs));
        }
    }

    /**
     * Removes what has ended of this operator's commands that lost their process, after it has
     * fetched what they wrote. One that still runs continues.
     */
    private static void removeAbandoned(Engine engine) {
        abandoned(engine)
                .filter(helper -> !helper.container().running())
                .forEach(helper -> remove(helper, engine.own(helper.container().id())));
    }

    private static Stream<Helper> abandoned(Engine engine) {
        return engine.containersWith(Helper.OPERATOR + "=" + Operator.current()).stream()
                .flatMap(listed -> engine.container(listed.id()).stream())
                .map(Helper::new)
                .filter(Helper::abandoned);
    }

    private static void remove(Helper helper, OwnContainer own) {
        helper.state()
                .ifPresent(state -> new Return(own).folder(ErrandContainer.STATE_THERE, state));
        own.remove();
    }
}
