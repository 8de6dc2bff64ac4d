package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Elasticsearch is. */
class ElasticSettingsTest {
    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @Test
    void eachClusterHasItsOwnHosts() {
        machine.hosts(
                """
                elastic {
                  events.hosts: [{host: es1, port: 9201, scheme: https}, {host: es2}]
                  datasets.hosts: [{host: es3, port: "9203", scheme: ""}]
                  logs.hosts: ["https://es4:9204", es5]
                }
                """);

        assertThat(hosts("events")).containsExactly("https://es1:9201", "http://es2:9200");
        assertThat(hosts("datasets")).containsExactly("http://es3:9203");
        assertThat(hosts("logs")).containsExactly("https://es4:9204", "http://es5:9200");
        assertThat(hosts("workers")).containsExactly("http://127.0.0.1:9200");
    }

    @ParameterizedTest
    @CsvSource({
        "CLEARML_ELASTIC_SERVICE_HOST, CLEARML_ELASTIC_SERVICE_PORT",
        "TRAINS_ELASTIC_SERVICE_HOST, TRAINS_ELASTIC_SERVICE_PORT",
        "ELASTIC_SERVICE_HOST, ELASTIC_SERVICE_PORT",
        "ELASTIC_SERVICE_SERVICE_HOST, ELASTIC_SERVICE_PORT"
    })
    void theVariablesReplaceHostAndPortOfEveryNodeAndLeaveTheScheme(String host, String port) {
        machine.hosts("elastic.events.hosts: [{host: a, scheme: https}, {host: b, scheme: https}]")
                .variable(host, "es")
                .variable(port, "9999");

        assertThat(hosts("events")).containsExactly("https://es:9999");
        assertThat(hosts("workers")).containsExactly("http://es:9999");
        assertThat(machine.resolve().elastic().get("workers").hosts().origin())
                .isEqualTo(Origin.variable(host).with(Origin.variable(port)));
    }

    @Test
    void aBareAddressOfVersionSixGetsItsBrackets() {
        machine.variable("CLEARML_ELASTIC_SERVICE_HOST", "fd00::1");

        assertThat(hosts("events")).containsExactly("http://[fd00::1]:9200");
    }

    @Test
    void userAndPasswordComeFromTheConfiguration() {
        machine.file("opt/clearml/config/secure.conf", "elastic { user: u, password: p }");

        var cluster = machine.resolve().elastic().get("events");
        assertThat(cluster.user()).map(Setting::value).contains("u");
        assertThat(cluster.password()).map(Setting::value).contains(new Secret("p"));
    }

    @Test
    void theVariablesForUserAndPasswordWinOverTheConfiguration() {
        machine.file("opt/clearml/config/secure.conf", "elastic { user: u, password: p }")
                .variable("CLEARML_ELASTIC_SERVICE_USERNAME", "u2")
                .variable("CLEARML_ELASTIC_SERVICE_PASSWORD", "p2");

        var cluster = machine.resolve().elastic().get("events");
        assertThat(cluster.user()).map(Setting::value).contains("u2");
        assertThat(cluster.password()).map(Setting::value).contains(new Secret("p2"));
    }

    @Test
    void aClusterThatIsNotSecureIsAskedWithoutALogin() {
        machine.hosts("elastic.events.secure: false")
                .file("opt/clearml/config/secure.conf", "elastic { user: u, password: p }");

        assertThat(machine.resolve().elastic().get("events").user()).isEmpty();
        assertThat(machine.resolve().elastic().get("events").password()).isEmpty();
        assertThat(machine.resolve().elastic().get("workers").user()).isPresent();
    }

    @Test
    void aPasswordWithoutUserIsPassedOverAsTheServerDoes() {
        machine.variable("CLEARML_ELASTIC_SERVICE_PASSWORD", "p");

        assertThat(machine.resolve().elastic().get("events").password()).isEmpty();
    }

    @Test
    void aUserWithoutPasswordIsRefused() {
        machine.variable("CLEARML_ELASTIC_SERVICE_USERNAME", "elastic");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage(
                        "Elasticsearch's user 'elastic' (variable CLEARML_ELASTIC_SERVICE_USERNAME) has no password; give --elastic-password-file or set CLEARML_TENANTS_ELASTIC_PASSWORD.");
    }

    @Test
    void certificatesAreCheckedUnlessTheConfigurationSaysNo() {
        machine.hosts("elastic.events.args.verify_certs: false");

        assertThat(machine.resolve().elastic().get("events").verifyCertificates()).isFalse();
        assertThat(machine.resolve().elastic().get("workers").verifyCertificates()).isTrue();
    }

    @Test
    void theFlagStandsForEveryClusterAndMayHoldALogin() {
        machine.hosts("elastic.logs.hosts: [{host: other}]")
                .flag("--elastic", "https://u%40x:p+%2F@es_1");

        assertThat(machine.resolve().elastic())
                .hasSize(3)
                .allSatisfy(
                        (name, cluster) -> {
                            assertThat(cluster.hosts().value())
                                    .containsExactly("https://es_1:9200");
                            assertThat(cluster.user()).map(Setting::value).contains("u@x");
                            assertThat(cluster.password())
                                    .map(Setting::value)
                                    .contains(new Secret("p+/"));
                        });
    }

    @Test
    void aPasswordComesFromAFileElseFromTheFlagElseFromOurVariable() {
        machine.flag("--elastic", "http://u@h").variable("CLEARML_TENANTS_ELASTIC_PASSWORD", "v");
        assertThat(password()).isEqualTo("v");

        machine.flag("--elastic", "http://u:p@h");
        assertThat(password()).isEqualTo("p");

        machine.flag("--elastic-password-file", "secret").file("secret", "f\n");
        assertThat(password()).isEqualTo("f");
    }

    @Test
    void aPasswordFileWithoutUserIsRefused() {
        machine.flag("--elastic", "http://h").flag("--elastic-password-file", "secret");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("no user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://u:hunter2@h",
                "http://u:hunter2@",
                "http://u:hunter2@h:port",
                "http://u:hunter2@h:0",
                "http://u:hunter2%zz@h",
                "http://u:hunter2@h h"
            })
    void aFlagThatCannotBeReadIsRefusedAndNotQuoted(String address) {
        machine.flag("--elastic", address);

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("--elastic")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aClusterWithoutHostsIsRefused() {
        machine.hosts("elastic.events.hosts: []");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("hosts.elastic.events.hosts");

        machine.hosts("elastic.events.hosts: [{port: 9200}]");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("has no host");
    }

    private List<String> hosts(String cluster) {
        return machine.resolve().elastic().get(cluster).hosts().value();
    }

    private String password() {
        return machine.resolve().elastic().get("events").password().orElseThrow().value().value();
    }
}
