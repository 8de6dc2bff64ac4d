package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clearmltenants.NotConfirmed;
import io.clearmltenants.connect.ConfigurationFailure;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.UnclearSite;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.RunName;
import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.LeaseLost;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.tenant.InvalidTenantId;
import io.clearmltenants.tenant.NoSuchTenant;
import io.clearmltenants.tenant.TenantId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void eachKindOfFailureHasItsExitCode(String kind, Throwable failure, int code) {
        assertThat(Failures.exitCode(failure).code()).isEqualTo(code);
    }

    static Stream<Arguments> eachKindOfFailureHasItsExitCode() {
        return Stream.of(
                row("a mistake of ours", new IllegalStateException("odd"), 1),
                row("wrong usage", new WrongUsage("give one id"), 2),
                row("a bad run name", catchThrowable(() -> new RunName("a/b")), 2),
                row("several sites", new UnclearSite("there are two; name one"), 2),
                row("an id that cannot be one", new InvalidTenantId("it is empty"), 5),
                row("a journal that cannot be begun", new JournalFailure("full"), 5),
                row("a name that was not typed", new NotConfirmed("not confirmed"), 6),
                row("no such tenant", new NoSuchTenant(new TenantId("abc")), 10),
                row("another run", new LeaseLost("another run is erasing this tenant"), 11),
                row("a wrong configuration", new ConfigurationFailure("fix hosts.conf"), 12),
                row("a server that is not there", new ConnectFailure("no answer"), 12),
                row("a server that was lost", new TransientFailure("lost", null), 12),
                row("a stop", new Interrupted(), 130));
    }

    private static Arguments row(String kind, Throwable failure, int code) {
        return Arguments.of(kind, failure, code);
    }
}
