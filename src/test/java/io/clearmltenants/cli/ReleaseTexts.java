package io.clearmltenants.cli;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The files that a release brings beside the program, made of the commands themselves: completion
 * for bash (zsh reads it too) and fish, and a manual page for each command.
 */
final class ReleaseTexts {
    private static final String NAME = "clearml-tenants";

    private ReleaseTexts() {}

    /**
     * Writes them all.
     *
     * @param arguments the folder, then the version that the pages name
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, String> file : all(arguments[1]).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Contents by path below the release's folder. */
    static Map<String, String> all(String version) {
        CommandLine program = program();
        Map<String, String> files = new TreeMap<>();
        files.put("completion/clearml-tenants.bash", AutoComplete.bash(NAME, program));
        files.put("completion/clearml-tenants.fish", FishCompletion.of(program.getCommandSpec()));
        addPages(program.getCommandSpec(), version, files);
        return files;
    }

    /** The program's commands for people, without what they need to run. */
    static CommandLine program() {
        IFactory factory = ReleaseTexts::withoutCollaborators;
        CommandLine program = new CommandLine(ClearmlTenants.class, factory);
        Commands.addTo(program, factory, name -> true);
        CommandSpec spec = program.getCommandSpec();
        Set.copyOf(spec.subcommands().keySet()).stream()
                .filter(name -> hidden(spec.subcommands().get(name)))
                .forEach(spec::removeSubcommand);
        return program;
    }

    private static boolean hidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }

    private static void addPages(CommandSpec command, String version, Map<String, String> files) {
        ManualPage page = new ManualPage(command, version);
        files.put("man/man1/" + page.name() + ".1", page.text());
        command.subcommands()
                .values()
                .forEach(sub -> addPages(sub.getCommandSpec(), version, files));
    }

    /**
     * A command's texts need none of the objects that its constructor asks for; the version does.
     */
    private static <K> K withoutCollaborators(Class<K> type) throws ReflectiveOperationException {
        if (Collection.class.isAssignableFrom(type)) {
            return collection(type);
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] collaborators = new Object[constructor.getParameterCount()];
        if (IVersionProvider.class.isAssignableFrom(type)) {
            for (int i = 0; i < collaborators.length; i++) {
                collaborators[i] = withoutCollaborators(constructor.getParameterTypes()[i]);
            }
        }
        return type.cast(constructor.newInstance(collaborators));
    }

    /** What an option with several values is collected in. */
    private static <K> K collection(Class<K> type) throws ReflectiveOperationException {
        try {
            return CommandLine.defaultFactory().create(type);
        } catch (ReflectiveOperationException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
