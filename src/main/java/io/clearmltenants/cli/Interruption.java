package io.clearmltenants.cli;

import io.clearmltenants.connect.FarCommand;
import io.clearmltenants.phase.StopRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ctrl-C and a container's stop: the first one finishes the chunk, the second one stops at once.
 */
final class Interruption implements StopRequest {
    private final AtomicBoolean made = new AtomicBoolean();
    private final Terminal terminal;

    private Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Listens from now on. */
    static Interruption listen(Terminal terminal) {
        Interruption interruption = new Interruption(terminal);
        Signal.handle(new Signal("INT"), signal -> interruption.receive());
        Signal.handle(new Signal("TERM"), signal -> interruption.receive());
        return interruption;
    }

    /** What comes here from now on goes to a command that is done elsewhere. */
    static void passOn(FarCommand command) {
        for (String name : List.of("INT", "TERM")) {
            Signal.handle(new Signal(name), signal -> command.signal(name));
        }
    }

    @Override
    public boolean made() {
        return made.get();
    }

    private void receive() {
        if (made.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
        terminal.error("Stopping after this chunk; once more stops at once.");
    }
}
