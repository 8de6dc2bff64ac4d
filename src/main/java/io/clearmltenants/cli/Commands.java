package io.clearmltenants.cli;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/** The program's commands, in the order of its help. */
final class Commands {
    private static final List<Class<?>> ALL =
            List.of(
                    ListCommand.class,
                    DoctorCommand.class,
                    PlanCommand.class,
                    DeleteCommand.class,
                    VerifyCommand.class,
                    CertificateCommand.class,
                    DeleteCompanyDataFromMongoCommand.class,
                    CleanupDeletedCompaniesCommand.class,
                    FileserverAgentCommand.class,
                    StateFolderCommand.class);

    private Commands() {}

    /**
     * Adds them to the program. Only those that are needed get their options, since making all of
     * them takes longer than the rest of the program's start; the others appear in the help. From
     * the first one that is needed on, they inherit what stands at the program: the help's options
     * and the exit codes.
     *
     * <p>No word is read as a file of arguments: a script may pass a tenant's name, which its users
     * choose, and it must never bring options.
     *
     * @param needed says whether a command with this name may be run
     */
    static void addTo(CommandLine program, IFactory factory, Predicate<String> needed) {
        program.setExpandAtFiles(false);
        CommandSpec spec = program.getCommandSpec();
        for (Class<?> type : ALL) {
            Command command = type.getAnnotation(Command.class);
            if (needed.test(command.name())) {
                spec.scopeType(ScopeType.INHERIT);
                CommandLine subcommand = new CommandLine(type, factory);
                // All options on one line of usage are read by nobody; each is described below it.
                subcommand.getCommandSpec().usageMessage().abbreviateSynopsis(true);
                spec.addSubcommand(command.name(), subcommand);
            } else {
                spec.addSubcommand(command.name(), entry(command));
            }
        }
        HelpLayout.applyTo(program);
    }

    private static CommandSpec entry(Command command) {
        CommandSpec entry = CommandSpec.create().name(command.name());
        entry.usageMessage().description(command.description()).hidden(command.hidden());
        return entry;
    }
}
