package io.clearmltenants.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** One command's page in the manual, in roff's macros for such pages. */
final class ManualPage {
    private final CommandSpec command;
    private final String version;

    ManualPage(CommandSpec command, String version) {
        this.command = command;
        this.version = version;
    }

    /** As the pages of git's commands are named: clearml-tenants-delete. */
    String name() {
        return command.qualifiedName("-");
    }

    String text() {
        UsageMessageSpec usage = command.usageMessage();
        List<String> lines = new ArrayList<>();
        lines.add(
                ".TH \"%s\" 1 \"\" \"clearml-tenants %s\""
                        .formatted(name().toUpperCase(), version));
        lines.addAll(List.of(".SH NAME", plain(name()) + " \\- " + plain(usage.description()[0])));
        lines.addAll(List.of(".SH SYNOPSIS", synopsis()));
        lines.add(".SH DESCRIPTION");
        Arrays.stream(usage.description()).map(ManualPage::plain).forEach(lines::add);
        addOptions(lines);
        addCommands(lines);
        addExitCodes(lines);
        addFooter(lines);
        return String.join("\n", lines) + "\n";
    }

    private String synopsis() {
        StringBuilder synopsis =
                new StringBuilder("\\fB" + plain(command.qualifiedName()) + "\\fR");
        synopsis.append(" [\\fIOPTION\\fR]...");
        command.positionalParameters()
                .forEach(
                        parameter ->
                                synopsis.append(" \\fI").append(label(parameter)).append("\\fR"));
        if (!command.subcommands().isEmpty()) {
            synopsis.append(" \\fICOMMAND\\fR");
        }
        return synopsis.toString();
    }

    private void addOptions(List<String> lines) {
        lines.add(".SH OPTIONS");
        command.positionalParameters()
                .forEach(
                        parameter ->
                                addItem(
                                        lines,
                                        "\\fI" + label(parameter) + "\\fR",
                                        parameter.description()));
        OptionHeading.all().forEach(heading -> addOptions(lines, heading));
    }

    private void addOptions(List<String> lines, OptionHeading heading) {
        List<OptionSpec> options = heading.options(command);
        if (!options.isEmpty()) {
            lines.add(".SS " + heading.title());
        }
        for (OptionSpec option : options) {
            String value = option.arity().max() == 0 ? "" : "=\\fI" + label(option) + "\\fR";
            String names = "\\fB" + plain(String.join(", ", option.names())) + "\\fR";
            addItem(lines, names + value, option.description());
        }
    }

    private void addCommands(List<String> lines) {
        if (!command.subcommands().isEmpty()) {
            lines.add(".SH COMMANDS");
        }
        command.subcommands()
                .forEach(
                        (word, sub) ->
                                addItem(
                                        lines,
                                        "\\fB" + plain(name() + "-" + word) + "\\fR(1)",
                                        sub.getCommandSpec().usageMessage().description()));
    }

    private void addExitCodes(List<String> lines) {
        Map<String, String> codes = command.root().usageMessage().exitCodeList();
        lines.add(".SH EXIT STATUS");
        codes.forEach((code, meaning) -> addItem(lines, code.strip(), meaning));
    }

    private void addFooter(List<String> lines) {
        if (command.usageMessage().footer().length == 0) {
            return;
        }
        lines.addAll(List.of(".SH NOTES", ".nf"));
        Arrays.stream(command.usageMessage().footer())
                .flatMap(line -> line.formatted().lines())
                .map(ManualPage::plain)
                .forEach(lines::add);
        lines.add(".fi");
    }

    private static void addItem(List<String> lines, String term, String... description) {
        lines.addAll(List.of(".TP", term, plain(String.join(" ", description))));
    }

    private static String label(ArgSpec argument) {
        return plain(argument.paramLabel());
    }

    /** Text that roff takes as it is: no escapes, no line that begins with a macro's mark. */
    private static String plain(String text) {
        String escaped = text.formatted().replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
