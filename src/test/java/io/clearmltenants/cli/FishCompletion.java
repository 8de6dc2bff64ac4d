package io.clearmltenants.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, which picocli does not write: commands and their options. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandSpec program) {
        String start = "complete -c " + program.name();
        List<String> lines = new ArrayList<>();
        lines.add(start + " -f");
        program.options()
                .forEach(option -> lines.add(start + " -n __fish_use_subcommand" + flag(option)));
        for (Map.Entry<String, CommandLine> entry : program.subcommands().entrySet()) {
            CommandSpec command = entry.getValue().getCommandSpec();
            lines.add(
                    "%s -n __fish_use_subcommand -a %s -d %s"
                            .formatted(start, entry.getKey(), quoted(summary(command))));
            String inCommand = " -n '__fish_seen_subcommand_from " + entry.getKey() + "'";
            command.options().forEach(option -> lines.add(start + inCommand + flag(option)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String flag(OptionSpec option) {
        StringBuilder flag = new StringBuilder();
        for (String name : option.names()) {
            flag.append(name.startsWith("--") ? " -l " : " -s ")
                    .append(name.replaceFirst("^--?", ""));
        }
        if (option.arity().min() > 0) {
            flag.append(takesFile(option) ? " -r -F" : " -x");
        }
        return flag.append(" -d ")
                .append(quoted(String.join(" ", option.description())))
                .toString();
    }

    private static boolean takesFile(OptionSpec option) {
        return option.typeInfo().isOptional() || option.typeInfo().isMultiValue()
                ? option.auxiliaryTypes()[0] == Path.class
                : option.type() == Path.class;
    }

    private static String summary(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String quoted(String text) {
        return "'" + text.formatted().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
