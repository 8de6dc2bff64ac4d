package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void eachQuestionGetsTheNextLineOfAPipe() {
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(
                                "acme\ngues\u00e9\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(terminal.ask("First: ")).contains("acme");
        assertThat(terminal.ask("Second: ")).contains("gues\u00e9");
        assertThat(terminal.ask("Third: ")).isEmpty();
    }
}
