package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders and files of the configuration, and the format's odd corners. */
class ConfigFilesTest {
    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @Test
    void theUsualFoldersAreReadAndTheLaterWins() {
        machine.file("opt/trains/config/hosts.conf", "redis.apiserver { host: old, port: 1 }")
                .file("opt/clearml/config/hosts.conf", "redis.apiserver { host: new }");

        var database = machine.resolve().redis().get("apiserver");
        assertThat(database.host().value()).isEqualTo("new");
        assertThat(database.port()).isEqualTo(1);
    }

    @Test
    void theEnterpriseFolderIsReadToo() {
        machine.file("etc/opt/seematics/hosts.conf", "redis.apiserver.host: enterprise");

        assertThat(apiserver()).isEqualTo("enterprise");
    }

    @Test
    void theDefaultsThatTheServersImageShipsLieBelowAll() {
        machine.file(
                        "opt/clearml/apiserver/config/default/hosts.conf",
                        "elastic.frames.hosts: [{host: shipped}], redis.apiserver.host: shipped")
                .hosts("redis.apiserver.host: mine");

        assertThat(machine.resolve().elastic()).containsKey("frames");
        assertThat(apiserver()).isEqualTo("mine");
    }

    @Test
    void aVariableListsOtherFoldersAndTheUsualOnesAreNotRead() {
        machine.hosts("redis.apiserver.host: usual")
                .file("a/hosts.conf", "redis.apiserver.host: a")
                .file("b/hosts.conf", "redis.apiserver.host: b")
                .variable("TRAINS_CONFIG_DIR", "/a:/gone:/b");
        assertThat(apiserver()).isEqualTo("b");

        machine.variable("CLEARML_CONFIG_DIR", "/a");
        assertThat(apiserver()).isEqualTo("a");
    }

    @Test
    void aFlagNamesOtherFoldersAndTheVariableIsNotRead() {
        machine.file("a/hosts.conf", "redis.apiserver.host: a")
                .file("b/hosts.conf", "redis.apiserver.host: b")
                .variable("CLEARML_CONFIG_DIR", "/a")
                .configDir("b");

        assertThat(apiserver()).isEqualTo("b");
    }

    @Test
    void aFlagsFolderThatIsNoneIsRefused() {
        machine.configDir("gone");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("--config-dir names " + root.resolve("gone"));
    }

    @Test
    void theFoldersNameIsPartOfTheKey() {
        machine.file(
                "opt/clearml/config/services/async_urls_delete.conf",
                "fileserver.url_prefixes: [\"https://files.example.com/\", \"\"]");

        assertThat(machine.resolve().fileHosts())
                .containsOnlyKeys("http://localhost:8081", "https://files.example.com");
    }

    @Test
    void theCopiesThatAKubernetesVolumeKeepsAreNotRead() throws Exception {
        machine.file("opt/clearml/config/..2024_01/hosts.conf", "redis.apiserver.host: volume")
                .file("opt/clearml/config/other/hosts.conf", "redis.apiserver.host: other");
        Files.createSymbolicLink(
                root.resolve("opt/clearml/config/hosts.conf"), Path.of("..2024_01/hosts.conf"));

        assertThat(apiserver()).isEqualTo("volume");
    }

    @Test
    void anIncludedFileCounts() {
        machine.hosts("include \"parts/redis.inc\"\ninclude \"gone.inc\"")
                .file(
                        "opt/clearml/config/parts/redis.inc",
                        "redis.apiserver.host: included\ninclude \"more.inc\"")
                .file("opt/clearml/config/parts/more.inc", "redis.apiserver.port: 7");

        var database = machine.resolve().redis().get("apiserver");
        assertThat(database.host().value()).isEqualTo("included");
        assertThat(database.host().origin().name())
                .startsWith(root.resolve("opt/clearml/config/parts/redis.inc").toString());
        assertThat(database.port()).isEqualTo(7);
    }

    @Test
    void aFileThatIncludesItselfIsRefused() {
        machine.hosts("include \"hosts.conf\"\nfileserver = http://files");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("includes itself");
    }

    @Test
    void aVariableInAFileIsLookedUpInTheEnvironmentAndIsTheOrigin() {
        machine.hosts("redis.apiserver { host: ${REDIS_AT}, port: ${?REDIS_PORT_OR_NOT} }")
                .variable("REDIS_AT", "substituted");

        var database = machine.resolve().redis().get("apiserver");
        assertThat(database.host())
                .isEqualTo(new Setting<>("substituted", Origin.variable("REDIS_AT")));
        assertThat(database.port()).isEqualTo(6379);
    }

    @Test
    void aVariableInAFileThatIsNotSetIsNamed() {
        machine.hosts("redis.apiserver.host: ${REDIS_AT}");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("hosts.conf")
                .hasMessageContaining("${REDIS_AT}");
    }

    @Test
    void aKeyWithAMinusReplacesWhatIsBelow() {
        machine.file("opt/trains/config/hosts.conf", "redis.apiserver { username: u, ssl: true }")
                .variable("REDIS_SERVICE_PASSWORD", "p")
                .hosts("redis { -apiserver { host: new, port: 2 } }");

        var database = machine.resolve().redis().get("apiserver");
        assertThat(database.user()).isEmpty();
        assertThat(database.tls()).isFalse();
        assertThat(database.port()).isEqualTo(2);
    }

    @Test
    void anAddressWithoutQuotesIsReadAsTheServersParserReadsIt() {
        machine.hosts(
                """
                {
                  # the parser of the API server takes these
                  fileserver = http://files:8081
                  mongo.backend { host: mongodb://mongo:27017/backend }
                }
                """);

        Server server = machine.resolve();
        assertThat(server.fileHosts()).containsOnlyKeys("http://files:8081");
        assertThat(server.mongoBackend().value()).isEqualTo("mongodb://mongo:27017/backend");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithThePlaceAndNotQuoted() {
        machine.file("opt/clearml/config/secure.conf", "elastic {\n password: hun^ter2 }}");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("secure.conf: 2")
                .hasMessageNotContaining("hun")
                .hasNoCause();
    }

    @Test
    void aStructureWhereAValueBelongsIsRefused() {
        machine.hosts("redis.apiserver.host: { name: x }");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("hosts.redis.apiserver.host");
    }

    private String apiserver() {
        return machine.resolve().redis().get("apiserver").host().value();
    }
}
