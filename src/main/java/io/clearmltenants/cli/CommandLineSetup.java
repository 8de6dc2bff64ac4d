package io.clearmltenants.cli;

import io.quarkus.picocli.runtime.PicocliCommandLineFactory;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Sets the command line up: one clear sentence for each failure, and its exit code. */
@ApplicationScoped
class CommandLineSetup {
    private static final Logger LOG = Logger.getLogger(CommandLineSetup.class);

    @Produces
    CommandLine commandLine(
            PicocliCommandLineFactory factory,
            Terminal terminal,
            Whereabouts whereabouts,
            @CommandLineArguments String[] arguments) {
        CommandLine program = factory.create();
        Commands.addTo(program, program.getFactory(), List.of(arguments)::contains);
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(whereabouts)
                .setParameterExceptionHandler((failure, all) -> wrongUsage(failure, terminal))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> failed(failure, terminal));
    }

    private static int wrongUsage(ParameterException failure, Terminal terminal) {
        new UsageSentence(failure)
                .lines()
                .forEach(line -> terminal.error("clearml-tenants: " + line));
        terminal.error(
                "Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    private static int failed(Exception failure, Terminal terminal) {
        ExitCode code = Failures.exitCode(failure);
        String sentence = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        sentence.lines().forEach(line -> terminal.error("clearml-tenants: " + line));
        if (code == ExitCode.UNEXPECTED) {
            LOG.warn(
                    "This is a mistake of the program; please report it with these lines.",
                    failure);
        }
        return code.code();
    }
}
