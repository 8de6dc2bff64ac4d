package io.clearmltenants.cli;

import io.clearmltenants.connect.FarCommand;
import io.clearmltenants.phase.StopRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ctrl-C and a container's stop: the first one finishes the chunk, the second one stops at once.
 */
final class Interruption implements StopRequest {
    private final AtomicBoolean made = new AtomicBoolean();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private volatile boolean waiting;
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

    /** Waits for an answer of the user; empty if he stops the program in place of it. */
    <T> Optional<T> unlessStopped(CompletableFuture<T> answer) {
        waiting = true;
        try {
            CompletableFuture.anyOf(answer, first).join();
            return Optional.ofNullable(answer.getNow(null));
        } finally {
            waiting = false;
        }
    }

    private void receive() {
        if (made.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
        first.complete(null);
        if (waiting) {
            return;
        }
        terminal.error("Stopping after this chunk; once more stops at once.");
    }
}
