package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run cannot reach is never taken for empty, and nothing changes. */
@OnServers
class OutOfReachIT {
    private static final String[] DELETE = {
        "delete", World.BYSTANDER, "--name", World.BYSTANDER_NAME, "--yes", "--with-live-agents"
    };

    private static Installation installation;
    private static Proof proof;

    @BeforeAll
    static void build(Installation installation) {
        OutOfReachIT.installation = installation;
        proof = Proof.before(World.on(installation.clients()).withVictimOf(Size.SMALL).build());
    }

    @AfterEach
    void nothingIsChanged() {
        proof.nothingIsChanged();
    }

    @Test
    void anUnknownFolderOfTheFileserverIsNotTakenForAnEmptyOne() {
        assumeThat(Path.of("/mnt/fileserver")).as("this host has a fileserver").doesNotExist();
        List<String> addresses = installation.addresses().subList(0, 6);

        CliResult deleted = installation.cli(addresses, DELETE).run();
        CliResult planned = installation.cli(addresses, "plan", World.BYSTANDER).run();
        CliResult verified = installation.cli(addresses, "verify", "c0ffee").run();

        assertRefused(deleted, 5, "No folder of the fileserver is known", "--without files");
        assertRefused(planned, 5, "No folder of the fileserver is known", "--without files");
        assertThat(verified.exitCode()).as(verified.toString()).isEqualTo(4);
        assertThat(verified.standardOutput())
                .contains(
                        "Nothing of tenant c0ffee was found.", "Not looked at", "files: No folder")
                .doesNotContain("is left.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elastic", "redis"})
    void aStoreThatIsNotThereIsNamedWithTheWayToLeaveItOut(String store) {
        CliResult deleted = installation.cli(without(store), DELETE).run();
        CliResult verified = installation.cli(without(store), "verify", "c0ffee").run();

        assertRefused(deleted, 12, "--without " + store);
        assertThat(verified.exitCode()).as(verified.toString()).isEqualTo(4);
        assertThat(verified.standardOutput())
                .contains("Not looked at", store + ": ")
                .doesNotContain("is left.");
    }

    @Test
    void withoutRedisAgentsCannotBeSeen() {
        CliResult result =
                installation
                        .cli(without("redis"), "plan", World.BYSTANDER, "--without=redis")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError())
                .contains("Without Redis nobody can say", "--with-live-agents");
        assertThat(result.standardOutput())
                .contains("everything of the tenant", "left out with --without redis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--without=mongo", "--without=files --only=mongo"})
    void whatMakesNoSenseToLeaveOutIsWrongUsage(String options) {
        String[] words = ("verify " + World.BYSTANDER + " " + options).split(" ");

        assertRefused(installation.cli(words).run(), 2, "--only");
    }

    /** The addresses with one at which nothing listens. */
    private static List<String> without(String store) {
        List<String> addresses = new ArrayList<>(installation.addresses());
        String scheme = store.equals("redis") ? "redis" : "http";
        addresses.set(addresses.indexOf("--" + store) + 1, scheme + "://127.0.0.1:1");
        return addresses;
    }

    private static void assertRefused(CliResult result, int code, String... words) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(code);
        assertThat(result.standardError()).contains(words);
        assertThat(result.standardOutput()).isEmpty();
    }
}
