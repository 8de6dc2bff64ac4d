package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTextsTest {
    private final Map<String, String> files = ReleaseTexts.all("1.2.3");

    @ParameterizedTest
    @ValueSource(strings = {"bash", "fish"})
    void everyShellCompletesEveryCommandAndOption(String shell) {
        String completion = files.get("completion/clearml-tenants." + shell);
        ReleaseTexts.program()
                .getSubcommands()
                .forEach(
                        (name, command) -> {
                            assertThat(completion).contains(name);
                            assertThat(command.getCommandSpec().options())
                                    .allSatisfy(
                                            option ->
                                                    assertThat(completion)
                                                            .contains(
                                                                    option.longestName()
                                                                            .replaceFirst(
                                                                                    "^--?", "")));
                        });
    }

    @Test
    void everyCommandHasAPageWithItsOptionsAndTheExitCodes() {
        ReleaseTexts.program()
                .getSubcommands()
                .forEach(
                        (name, command) ->
                                assertThat(files.get("man/man1/clearml-tenants-" + name + ".1"))
                                        .contains(
                                                ".SH OPTIONS", "\\-\\-help", "refused by a guard"));
    }

    @Test
    void aPageNamesTheReleaseThatItBelongsTo() {
        assertThat(files.get("man/man1/clearml-tenants.1"))
                .startsWith(".TH \"CLEARML-TENANTS\" 1 \"\" \"clearml-tenants 1.2.3\"");
    }

    @Test
    void fishOffersFilesOnlyWhereAnOptionTakesOne() {
        assertThat(files.get("completion/clearml-tenants.fish").lines())
                .anyMatch(line -> line.contains("from plan") && line.contains("-l out -r -F"))
                .anyMatch(line -> line.contains("from plan") && line.contains("-l name -x"));
    }
}
