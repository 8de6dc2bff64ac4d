package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The help as a new user reads it. */
class HelpLayoutTest {
    private static final CommandLine PROGRAM = ReleaseTexts.program();

    @Test
    void theOptionsStandUnderHeadingsInTheOrderOfADeletion() {
        assertThat(usage("delete").lines())
                .containsSubsequence(
                        "What:", "Servers:", "Where it runs:", "Safety:", "Output:", "Examples:");
    }

    @Test
    void theMostUsedOptionOfAHeadingComesFirst() {
        List<String> lines = usage("delete").lines().toList();

        assertThat(lines.get(lines.indexOf("What:") + 1)).contains("--name=NAME");
        assertThat(lines.get(lines.indexOf("Servers:") + 1)).contains("--mongo=URI");
        assertThat(lines.get(lines.indexOf("Where it runs:") + 1)).contains("--site=KIND");
        assertThat(lines.get(lines.indexOf("Safety:") + 1)).contains("--yes");
        assertThat(lines.get(lines.indexOf("Output:") + 1)).contains("--json");
    }

    @Test
    void theProgramItselfHasItsCommandsAndNoHeadingsForTheirOptions() {
        assertThat(PROGRAM.getUsageMessage(CommandLine.Help.Ansi.OFF).lines())
                .containsSubsequence("", "Help:", "", "Commands:", "", "Exit codes:")
                .doesNotContain("What:", "Output:");
    }

    @Test
    void aHeadingWithoutOptionsIsLeftOut() {
        assertThat(usage("certificate")).contains("Output:").doesNotContain("Servers:", "Safety:");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionStandsUnderOneHeading(String command) {
        List<OptionSpec> placed =
                OptionHeading.all()
                        .flatMap(heading -> heading.options(spec(command)).stream())
                        .toList();

        assertThat(placed)
                .as("each option needs a place in OptionHeading")
                .containsExactlyInAnyOrderElementsOf(
                        spec(command).options().stream()
                                .filter(option -> !option.hidden())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noLineIsWiderThanATerminalAndNoneBreaksAnExample(String command) {
        assertThat(usage(command).lines()).allMatch(line -> line.length() <= 80);
        assertThat(usage(command).lines().dropWhile(line -> !line.startsWith("Example")).skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  clearml-tenants "));
    }

    static Stream<String> commands() {
        return PROGRAM.getSubcommands().keySet().stream();
    }

    private static CommandLine.Model.CommandSpec spec(String command) {
        return PROGRAM.getSubcommands().get(command).getCommandSpec();
    }

    private static String usage(String command) {
        return PROGRAM.getSubcommands().get(command).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }
}
