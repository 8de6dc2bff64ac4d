package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.Server.RedisDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Redis is. */
class RedisSettingsTest {
    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLEARML_REDIS_SERVICE", "TRAINS_REDIS_SERVICE", "REDIS_SERVICE"})
    void theVariablesStandForEveryAlias(String prefix) {
        machine.variable(prefix + "_HOST", "cache")
                .variable(prefix + "_PORT", "6380")
                .variable(prefix + "_PASSWORD", "secret");

        assertThat(machine.resolve().redis())
                .hasSize(3)
                .allSatisfy(
                        (alias, database) -> {
                            assertThat(database.host().value()).isEqualTo("cache");
                            assertThat(database.port()).isEqualTo(6380);
                            assertThat(database.password())
                                    .map(Setting::value)
                                    .contains(new Secret("secret"));
                        });
    }

    @Test
    void eachAliasHasItsOwnAddressDatabaseUserAndPassword() {
        machine.hosts(
                        """
                        redis {
                          apiserver { host: one, db: 1, username: u, ssl: true }
                          fileserver { host: three, port: 6383, db: 3 }
                        }
                        """)
                .file(
                        "opt/clearml/config/secure.conf",
                        "redis { apiserver.password: p1, fileserver.password: p3 }");

        RedisDatabase apiserver = database("apiserver");
        assertThat(apiserver.database()).isEqualTo(1);
        assertThat(apiserver.user()).map(Setting::value).contains("u");
        assertThat(apiserver.password()).map(Setting::value).contains(new Secret("p1"));
        assertThat(apiserver.tls()).isTrue();
        assertThat(database("workers").password()).isEmpty();
        assertThat(database("workers").tls()).isFalse();
        assertThat(database("fileserver").host().value()).isEqualTo("three");
        assertThat(database("fileserver").database()).isEqualTo(3);
        assertThat(database("fileserver").password())
                .map(Setting::value)
                .contains(new Secret("p3"));
    }

    @Test
    void whereTheFileserversConfigurationIsNotHereItsDatabaseIsOnTheApiServersRedis() {
        machine.hosts("redis.apiserver { host: one, port: 6381, ssl: true }")
                .file("opt/clearml/config/secure.conf", "redis.apiserver.password: p1");

        RedisDatabase fileserver = database("fileserver");
        assertThat(fileserver.host().value()).isEqualTo("one");
        assertThat(fileserver.port()).isEqualTo(6381);
        assertThat(fileserver.database()).isEqualTo(8);
        assertThat(fileserver.tls()).isTrue();
        assertThat(fileserver.password()).map(Setting::value).contains(new Secret("p1"));
    }

    @Test
    void aClusterHasOneKeySpace() {
        machine.hosts("redis { apiserver.cluster: true, workers.cluster: true }");

        assertThat(machine.resolve().redis())
                .allSatisfy(
                        (alias, database) -> {
                            assertThat(database.cluster()).isTrue();
                            assertThat(database.database()).isZero();
                        });
    }

    @Test
    void theFlagStandsForEveryAliasAndEachKeepsItsDatabase() {
        machine.hosts("redis.apiserver.host: other")
                .flag("--redis", "rediss://user:p%40ss@cache_1:6390");

        assertThat(machine.resolve().redis())
                .allSatisfy(
                        (alias, database) -> {
                            assertThat(database.host().value()).isEqualTo("cache_1");
                            assertThat(database.port()).isEqualTo(6390);
                            assertThat(database.tls()).isTrue();
                            assertThat(database.user()).map(Setting::value).contains("user");
                            assertThat(database.password())
                                    .map(Setting::value)
                                    .contains(new Secret("p@ss"));
                        });
        assertThat(database("apiserver").database()).isZero();
        assertThat(database("workers").database()).isEqualTo(4);
        assertThat(database("fileserver").database()).isEqualTo(8);
    }

    @Test
    void aPasswordComesFromAFileElseFromTheFlagElseFromOurVariable() {
        machine.flag("--redis", "redis://cache")
                .variable("CLEARML_REDIS_SERVICE_PASSWORD", "server's")
                .variable("CLEARML_TENANTS_REDIS_PASSWORD", "ours");
        assertThat(password()).isEqualTo("ours");

        machine.flag("--redis", "redis://:flag@cache");
        assertThat(password()).isEqualTo("flag");

        machine.flag("--redis-password-file", "secret").file("secret", "file");
        assertThat(password()).isEqualTo("file");
    }

    @Test
    void aFlagThatNamesOneDatabaseIsRefused() {
        machine.flag("--redis", "redis://cache:6379/3");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("several databases");
    }

    @Test
    void aPasswordThatLooksLikeAPathIsNotRepeated() {
        machine.flag("--redis", "redis://:hunter2/secret@cache");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aDeviceThatNeverEndsIsNoPasswordFile() {
        machine.flag("--redis", "redis://u@cache");
        machine.flag("--redis-password-file", "/dev/zero");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("/dev/zero that --redis-password-file names cannot be read");
    }

    @Test
    void whatFollowsThePortIsNotRepeated() {
        machine.flag("--redis", "redis://cache:6379/secret");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUserWithoutPasswordIsRefused() {
        machine.flag("--redis", "redis://u@cache");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("Redis's user 'u' (flag --redis) has no password");
    }

    @Test
    void sentinelsAreRefusedUnlessTheFlagNamesTheMaster() {
        machine.hosts("redis.apiserver { cluster: true, sentinels: [[a, 26379]] }");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("sentinels");

        machine.flag("--redis", "redis://master");
        assertThat(database("apiserver").host().value()).isEqualTo("master");
    }

    @Test
    void wrongValuesAreNamedWithTheirSource() {
        machine.hosts("redis.apiserver.db: zero");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("hosts.redis.apiserver.db")
                .hasMessageContaining("hosts.conf");

        machine.hosts("redis.apiserver.ssl: perhaps");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("hosts.redis.apiserver.ssl")
                .hasMessageContaining("not true or false");

        machine.hosts("").variable("REDIS_SERVICE_PORT", "6379x");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("variable REDIS_SERVICE_PORT");

        machine.variable("REDIS_SERVICE_PORT", "").variable("REDIS_SERVICE_HOST", "redis://h");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("variable REDIS_SERVICE_HOST");
    }

    private RedisDatabase database(String alias) {
        return machine.resolve().redis().get(alias);
    }

    private String password() {
        return database("workers").password().orElseThrow().value().value();
    }
}
