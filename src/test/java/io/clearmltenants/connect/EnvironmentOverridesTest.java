package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables that replace one setting each. */
class EnvironmentOverridesTest {
    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @Test
    void clearmlWinsOverTrains() {
        machine.variable("TRAINS__hosts__redis__apiserver__host", "trains")
                .variable("TRAINS__hosts__redis__workers__host", "trains")
                .variable("CLEARML__hosts__redis__apiserver__host", "clearml");

        var redis = machine.resolve().redis();
        assertThat(redis.get("apiserver").host().value()).isEqualTo("clearml");
        assertThat(redis.get("workers").host().value()).isEqualTo("trains");
    }

    @Test
    void aValueMayBeAStructure() {
        machine.variable(
                "CLEARML__HOSTS__ELASTIC__EVENTS__HOSTS",
                "[{\"host\":\"one\",\"port\":9201,\"scheme\":\"https\"},{\"host\":\"two\",\"scheme\":\"\"}]");

        var hosts = machine.resolve().elastic().get("events").hosts();
        assertThat(hosts.value()).containsExactly("https://one:9201", "http://two:9200");
        assertThat(hosts.origin().label())
                .isEqualTo("variable CLEARML__HOSTS__ELASTIC__EVENTS__HOSTS");
    }

    @Test
    void aListOfAddressesNeedsNoQuotes() {
        machine.variable(
                "CLEARML__services__async_urls_delete__fileserver__url_prefixes",
                "[https://files.example.com:8443,http://files]");

        assertThat(machine.resolve().fileHosts())
                .containsOnlyKeys(
                        "http://localhost:8081", "https://files.example.com:8443", "http://files");
    }

    @Test
    void aValueWithoutStructureIsTakenAsItIs() {
        machine.variable("CLEARML__SECURE__ELASTIC__USER", "elastic")
                .variable("CLEARML__SECURE__ELASTIC__PASSWORD", "a=b#c//d:e,f");

        assertThat(machine.resolve().elastic().get("events").password())
                .map(Setting::value)
                .contains(new Secret("a=b#c//d:e,f"));
    }

    @Test
    void aValueMayNameAnotherVariable() {
        machine.variable("CLEARML__HOSTS__REDIS__APISERVER__HOST", "${RELEASE}-redis")
                .variable("RELEASE", "prod");

        assertThat(machine.resolve().redis().get("apiserver").host().value())
                .isEqualTo("prod-redis");
    }

    @Test
    void aValueThatIsHalfAStructureIsRefusedWithoutBeingQuoted() {
        machine.variable("CLEARML__HOSTS__REDIS__APISERVER", "{password: \"hunter2\"");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining(
                        "variable CLEARML__HOSTS__REDIS__APISERVER is not valid HOCON")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void aVariableWithAnEmptyPartIsRefused() {
        machine.variable("CLEARML__HOSTS____HOST", "x");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("CLEARML__HOSTS____HOST names no setting");
    }
}
