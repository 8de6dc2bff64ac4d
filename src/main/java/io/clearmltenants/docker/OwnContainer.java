package io.clearmltenants.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.WaitResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A container that this program has made, and removes. */
public final class OwnContainer {
    private final Engine engine;
    private final String id;

    OwnContainer(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    /** As the engine describes it; empty if it is gone. */
    public Optional<Container> look() {
        return engine.container(id);
    }

    /** Puts it into one more network, before it starts. */
    public void join(ContainerNetwork network) {
        engine.ask(
                client ->
                        client.connectToNetworkCmd()
                                .withNetworkId(network.getNetworkID())
                                .withContainerId(id)
                                .exec());
    }

    /** Reads a file or folder of it; false if there is none. */
    public boolean read(String path, Engine.Unpacking unpacking) {
        return engine.read(id, path, unpacking);
    }

    /** Unpacks a tar archive into its root folder; keeps the owners that it names. */
    public void write(InputStream tar) {
        engine.stream(
                client ->
                        client.copyArchiveToContainerCmd(id)
                                .withRemotePath("/")
                                .withTarInputStream(tar)
                                .exec());
    }

    /** Passes on what its process writes; what it wrote before too, if the past is wanted. */
    public AttachedStreams attach(boolean past, OutputStream output, OutputStream errors) {
        return engine.stream(client -> AttachedStreams.to(client, id, past, output, errors));
    }

    /** Passes on what its process is to read. */
    public void pass(InputStream input) {
        engine.stream(
                client -> {
                    AttachedStreams.pass(client, id, input);
                    return id;
                });
    }

    /** Starts it. */
    public void start() {
        engine.ask(
                client -> {
                    try {
                        return client.startContainerCmd(id).exec();
                    } catch (NotModifiedException runs) {
                        return null;
                    }
                });
    }

    /**
     * Sends a signal to its process; nothing if that has ended.
     *
     * @param name without SIG: "INT"
     */
    public void signal(String name) {
        engine.ask(
                client -> {
                    try {
                        return client.killContainerCmd(id).withSignal("SIG" + name).exec();
                    } catch (ConflictException | NotFoundException ended) {
                        return null;
                    }
                });
    }

    /** Waits for its end, however long that takes, and gives its exit code. */
    public int awaitEnd() {
        AtomicReference<Integer> code = new AtomicReference<>();
        return engine.stream(
                client -> {
                    Streamed<WaitResponse> answer =
                            new Streamed<>(end -> code.set(end.getStatusCode()));
                    client.waitContainerCmd(id).exec(answer);
                    answer.ended();
                    if (code.get() == null) {
                        throw new IllegalStateException("it was lost while a command ran there");
                    }
                    return code.get();
                });
    }

    /** Stops it: asks it to end, and ends it after ten seconds. */
    public void stop() {
        engine.ask(
                client -> {
                    try {
                        return client.stopContainerCmd(id).withTimeout(10).exec();
                    } catch (NotModifiedException | NotFoundException ended) {
                        return null;
                    }
                });
    }

    /** Removes it, whether it runs or not. Volumes stay: none is its own. */
    public void remove() {
        engine.ask(
                client -> {
                    try {
                        return client.removeContainerCmd(id).withForce(true).exec();
                    } catch (NotFoundException gone) {
                        return null;
                    }
                });
    }
}
