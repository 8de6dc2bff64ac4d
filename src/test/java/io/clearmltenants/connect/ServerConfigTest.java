package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source wins, and that each value knows its own. */
class ServerConfigTest {
    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @Test
    void whereNobodySaysAnythingTheServersOwnDefaultsHold() {
        Server server = machine.resolve();

        assertThat(server.mongoBackend().value()).isEqualTo("mongodb://127.0.0.1:27017/backend");
        assertThat(server.mongoAuth().value()).isEqualTo("mongodb://127.0.0.1:27017/auth");
        assertThat(server.elastic()).containsOnlyKeys("events", "workers");
        assertThat(server.elastic().get("events").hosts().value())
                .containsExactly("http://127.0.0.1:9200");
        assertThat(server.redis()).containsOnlyKeys("apiserver", "workers", "fileserver");
        assertThat(server.redis().get("apiserver").database()).isZero();
        assertThat(server.redis().get("workers").database()).isEqualTo(4);
        assertThat(server.redis().get("fileserver").database()).isEqualTo(8);
        assertThat(server.files()).isEmpty();
        assertThat(server.fileHosts()).containsOnlyKeys("http://localhost:8081");
        assertThat(server.mongoBackend().origin().label()).isEqualTo("built-in default");
    }

    @Test
    void aFileWinsOverTheDefault() {
        machine.hosts("redis.workers.host: from-file");

        var host = machine.resolve().redis().get("workers").host();
        assertThat(host.value()).isEqualTo("from-file");
        assertThat(host.origin())
                .isEqualTo(
                        new Origin(
                                Origin.Kind.FILE,
                                root.resolve("opt/clearml/config/hosts.conf")
                                        + " (hosts.redis.workers.host)"));
        assertThat(machine.resolve().redis().get("apiserver").host().value())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aVariableForOneSettingWinsOverAFile() {
        machine.hosts("redis.workers.host: from-file")
                .variable("CLEARML__HOSTS__REDIS__WORKERS__HOST", "from-variable");

        var host = machine.resolve().redis().get("workers").host();
        assertThat(host)
                .isEqualTo(
                        new Setting<>(
                                "from-variable",
                                Origin.variable("CLEARML__HOSTS__REDIS__WORKERS__HOST")));
    }

    @Test
    void theServicesOwnVariableWinsOverOneForASetting() {
        machine.variable("CLEARML__HOSTS__REDIS__WORKERS__HOST", "one-setting")
                .variable("REDIS_SERVICE_HOST", "service");

        var host = machine.resolve().redis().get("workers").host();
        assertThat(host).isEqualTo(new Setting<>("service", Origin.variable("REDIS_SERVICE_HOST")));
    }

    @Test
    void aFlagWinsOverAll() {
        machine.variable("CLEARML_REDIS_SERVICE_HOST", "service")
                .variable("CLEARML_MONGODB_SERVICE_CONNECTION_STRING", "mongodb://other")
                .variable("CLEARML_ELASTIC_SERVICE_HOST", "other")
                .variable("CLEARML_UPLOAD_FOLDER", "/other")
                .flag("--redis", "redis://flagged:6380")
                .flag("--mongo", "mongodb://flagged")
                .flag("--elastic", "https://flagged:9201")
                .flag("--files", "data");

        Server server = machine.resolve();
        assertThat(server.redis().values())
                .allSatisfy(
                        database ->
                                assertThat(database.host())
                                        .isEqualTo(
                                                new Setting<>("flagged", Origin.flag("--redis"))));
        assertThat(server.mongoBackend())
                .isEqualTo(new Setting<>("mongodb://flagged/backend", Origin.flag("--mongo")));
        assertThat(server.mongoAuth().value()).isEqualTo("mongodb://flagged/auth");
        assertThat(server.elastic().get("workers").hosts().value())
                .containsExactly("https://flagged:9201");
        assertThat(server.files())
                .contains(new Setting<>(root.resolve("data"), Origin.flag("--files")));
    }

    @Test
    void theCaFileIsTheFlagsElseTheOneThatTheConfigurationNames() {
        machine.hosts("elastic.events.args.ca_certs: /etc/es-ca.pem");
        assertThat(machine.resolve().caFile())
                .map(Setting::value)
                .contains(root.resolve("etc/es-ca.pem"));

        machine.flag("--ca-file", "mine.pem");
        assertThat(machine.resolve().caFile())
                .map(Setting::value)
                .contains(root.resolve("mine.pem"));
    }
}
