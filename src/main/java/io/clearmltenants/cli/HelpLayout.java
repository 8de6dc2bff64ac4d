package io.clearmltenants.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help looks: as wide as any terminal, its options under headings. */
final class HelpLayout {
    private static final int WIDTH = 80;

    private HelpLayout() {}

    /** Gives a program and all commands that it has by now this look. */
    static void applyTo(CommandLine program) {
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(program.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        program.setHelpSectionMap(sections).setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
        addBlankLines(program);
        program.getSubcommands().values().forEach(HelpLayout::addBlankLines);
    }

    private static void addBlankLines(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .parameterListHeading("%nArgument:%n")
                .commandListHeading("%nCommands:%n");
    }

    private static String options(Help help) {
        CommandSpec command = help.commandSpec();
        return OptionHeading.all()
                .filter(heading -> !heading.options(command).isEmpty())
                .map(
                        heading ->
                                "%n%s:%n".formatted(heading.title())
                                        + list(help, heading.options(command)))
                .collect(Collectors.joining());
    }

    /** The columns are as wide as all of the command's options need, so that they are alike. */
    private static String list(Help help, List<OptionSpec> options) {
        Help.Layout layout =
                help.createDefaultLayout(
                        help.commandSpec().options(), List.of(), help.colorScheme());
        layout.addOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
