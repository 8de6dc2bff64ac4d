package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class RunOptionsTest {

    @Test
    void aLostServerIsTriedForTwoMinutesUnlessSaidOtherwise() {
        assertThat(parsed().retrying()).isEqualTo(Duration.ofMinutes(2));
        assertThat(parsed("--retry", "0").retrying()).isZero();
        assertThat(parsed("--retry", "15").retrying()).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "two", "", "99999999999"})
    void whatIsNoNumberOfSecondsIsWrongUsage(String seconds) {
        assertThatThrownBy(() -> parsed("--retry", seconds))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(
                        "'%s' is not a number of seconds; give 0 or a positive whole number",
                        seconds);
    }

    private static RunOptions parsed(String... arguments) {
        Program program = new Program();
        new CommandLine(program).parseArgs(arguments);
        return program.run;
    }

    @Command
    static class Program {
        @Mixin RunOptions run;
    }
}
