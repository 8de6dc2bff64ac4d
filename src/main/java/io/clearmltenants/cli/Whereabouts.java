package io.clearmltenants.cli;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.FarCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Does a command here, or beside the servers of an installation that was found. */
@ApplicationScoped
class Whereabouts implements IExecutionStrategy {
    private final Connections connections;
    private final Terminal terminal;

    Whereabouts(Connections connections, Terminal terminal) {
        this.connections = connections;
        this.terminal = terminal;
    }

    @Override
    public int execute(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        if (!command.isUsageHelpRequested()) {
            new UsageCheck(command).check();
        }
        Optional<Elsewhere> elsewhere = elsewhere(command);
        return elsewhere.isPresent()
                ? send(command, elsewhere.get())
                : new RunLast().execute(parsed);
    }

    private Optional<Elsewhere> elsewhere(ParseResult command) {
        boolean asksServers =
                !command.isUsageHelpRequested()
                        && command.commandSpec().mixins().values().stream()
                                .anyMatch(mixin -> mixin.userObject() instanceof ServerOptions);
        try {
            return asksServers ? connections.reach().elsewhere() : Optional.empty();
        } catch (RuntimeException failure) {
            throw failed(command, failure);
        }
    }

    private int send(ParseResult command, Elsewhere place) {
        terminal.error(place.label());
        try (FarCommand sent = place.start(new ErrandWords(command).errand(terminal))) {
            Interruption.passOn(sent);
            return sent.await(System.in, terminal.out(), terminal.err());
        } catch (RuntimeException failure) {
            throw failed(command, failure);
        }
    }

    /** In the form in which picocli hands a failure to what prints its sentence. */
    private static ExecutionException failed(ParseResult command, RuntimeException failure) {
        return new ExecutionException(
                command.commandSpec().commandLine(), String.valueOf(failure.getMessage()), failure);
    }
}
