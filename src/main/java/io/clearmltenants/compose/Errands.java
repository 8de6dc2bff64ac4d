package io.clearmltenants.compose;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.FarCommand;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.connect.OwnExecutable;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Engine;
import io.clearmltenants.docker.OwnContainer;
import io.clearmltenants.journal.Operator;
import java.nio.file.Path;
import java.util.Map;

/**
 * Does commands in a container of ours beside the API server's: of the same image, with its
 * variables, networks and mounts, and the fileserver's folder. The API server's own container would
 * not do: its root folder may be read-only, it need not have the fileserver's folder, a signal
 * cannot be sent to one process of it, and it may have to be stopped meanwhile.
 */
record Errands(Installation installation, HeldFolder held) implements Elsewhere {
    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "x86_64", "aarch64", "aarch64");

    @Override
    public String label() {
        return "This host does not have the %s of project %s; the command is done in a container beside %s."
                .formatted(
                        installation.addressesNear()
                                ? "fileserver's folder"
                                : "networks of the containers",
                        installation.project().name(),
                        installation.apiserver().name());
    }

    @Override
    public FarCommand start(Errand errand) {
        Path executable = OwnExecutable.find(System.getenv());
        checkProcessor();
        installation.folder().ifPresent(Errands::checkMounted);
        ErrandContainer description = new ErrandContainer(installation, held, errand);
        OwnContainer container =
                installation
                        .engine()
                        .create(held.path().getFileName().toString(), description.json());
        BesideCommand command = new BesideCommand(container, errand);
        try {
            description.furtherNetworks().forEach(container::join);
            container.files().write(Path.of("/"), description.luggage(executable).tar());
            command.start();
            return command;
        } catch (RuntimeException failure) {
            container.remove();
            throw failure;
        }
    }

    private void checkProcessor() {
        String ours = PROCESSORS.getOrDefault(System.getProperty("os.arch"), "");
        String theirs = installation.engine().information().path("Architecture").asText();
        if (!ours.equals(theirs)) {
            throw new ConnectFailure(
                    "The engine's host has a processor of another kind (%s, this program is for %s); run this program for %s there."
                            .formatted(theirs, ours, theirs));
        }
    }

    private static void checkMounted(FilesFolder folder) {
        if (folder.mount().isEmpty()) {
            throw new ConnectFailure(
                    "The files of container %s are in its own layer, which only its host reaches; run this program there as root."
                            .formatted(folder.container().name()));
        }
    }

    /**
     * Ends and removes what this user's killed runs of this host left, after it has fetched what
     * they wrote.
     */
    static void removeAbandoned(Engine engine) {
        engine.containersWith(ErrandContainer.HOST + "=" + ThisHost.name()).stream()
                .flatMap(listed -> engine.container(listed.id()).stream())
                .filter(Errands::abandoned)
                .forEach(container -> remove(container, engine.own(container.id())));
    }

    /** Only who started it can tell: another user's folder looks as if it were not there. */
    static boolean abandoned(Container container) {
        String user = container.label(ErrandContainer.USER).orElse("");
        return user.equals(Operator.current().user()) && unheld(container);
    }

    private static boolean unheld(Container container) {
        return container
                .label(ErrandContainer.HELD)
                .map(Path::of)
                .map(HeldFolder::abandoned)
                .orElse(false);
    }

    private static void remove(Container container, OwnContainer own) {
        own.stop();
        container
                .label(ErrandContainer.STATE)
                .ifPresent(
                        state ->
                                new Return(own)
                                        .folder(ErrandContainer.STATE_THERE, Path.of(state)));
        own.remove();
    }
}
