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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A command in a container of ours. */
final class BesideCommand implements FarCommand {
    private final OwnContainer container;
    private final Errand errand;
    private final boolean runs;
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private BesideCommand(OwnContainer container, Errand errand, boolean runs) {
        this.container = container;
        this.errand = errand;
        this.runs = runs;
    }

    /** One that is still to be started. */
    static BesideCommand created(OwnContainer container, Errand errand) {
        return new BesideCommand(container, errand, false);
    }

    /** One that runs already. */
    static BesideCommand attached(OwnContainer container, Errand errand) {
        return new BesideCommand(container, errand, true);
    }

    /** Attaches before the start, so that no line is missed. */
    @Override
    public int await(InputStream input, OutputStream output, OutputStream errors) {
        try (AttachedStreams streams = container.attach(runs, output, errors)) {
            if (!runs) {
                container.pass(input);
                container.start();
            }
            started.complete(null);
            streams.awaitEnd();
            return container.awaitEnd();
        } catch (CompletionException lost) {
            throw lost(lost.getCause());
        } catch (ConnectFailure failure) {
            throw started.isDone() ? lost(failure) : failure;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ConnectFailure lost(Throwable why) {
        return new ConnectFailure(
                "The connection to the container of the command was lost (%s). A deletion continues there; attach to it with: clearml-tenants delete --resume"
                        .formatted(why.getMessage()),
                why);
    }

    /** One that comes before the start is sent after it. */
    @Override
    public void signal(String signal) {
        started.thenRun(() -> container.signal(signal));
    }

    /**
     * What cannot be fetched stays where it is: the container is removed only afterwards. A command
     * that still runs, since the connection to it was lost, is left to do so.
     */
    @Override
    public void close() {
        if (container.look().filter(Container::running).isPresent()) {
            return;
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
