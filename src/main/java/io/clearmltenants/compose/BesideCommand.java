package io.clearmltenants.compose;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import io.clearmltenants.connect.FarCommand;
import io.clearmltenants.docker.AttachedStreams;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.OwnContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A command in a container of ours. */
final class BesideCommand implements FarCommand {
    private final OwnContainer container;
    private final Errand errand;
    private AttachedStreams streams;

    BesideCommand(OwnContainer container, Errand errand) {
        this.container = container;
        this.errand = errand;
    }

    /** Attaches before the start, so that no line is missed. */
    void start() {
        streams = container.attach();
        container.start();
    }

    @Override
    public int await(InputStream input, OutputStream output, OutputStream errors) {
        // Reading from a terminal cannot be broken off: the thread ends with this process.
        Thread.ofPlatform().daemon().name("input").start(() -> pass(input));
        try {
            streams.copyTo(output, errors);
        } catch (IOException lost) {
            throw new ConnectFailure(
                    "The connection to the container of the command was lost (%s); go on with: clearml-tenants delete --resume"
                            .formatted(lost.getMessage()),
                    lost);
        }
        return container.awaitEnd();
    }

    private void pass(InputStream input) {
        try {
            input.transferTo(streams.input());
            streams.endInput();
        } catch (IOException ended) {
            // The command reads no more; how it ended is told by its exit code or the other stream.
            return;
        }
    }

    @Override
    public void signal(String signal) {
        container.signal(signal);
    }

    /** What cannot be fetched stays where it is: the container is removed only afterwards. */
    @Override
    public void close() {
        try {
            streams.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (container.look().filter(Container::running).isPresent()) {
            container.stop();
        }
        Return back = new Return(container);
        errand.state().ifPresent(state -> back.folder(ErrandContainer.STATE_THERE, state));
        for (int number = 0; number < errand.words().size(); number++) {
            if (errand.words().get(number) instanceof Word.Fetched fetched) {
                back.file(ErrandContainer.place(number, fetched.file()), fetched.file());
            }
        }
        container.remove();
    }
}
