package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where MongoDB is. */
class MongoSettingsTest {
    private static final String WHOLE = "CLEARML_MONGODB_SERVICE_CONNECTION_STRING";

    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLEARML_MONGODB_SERVICE_HOST",
                "TRAINS_MONGODB_SERVICE_HOST",
                "MONGODB_SERVICE_HOST",
                "MONGODB_SERVICE_SERVICE_HOST"
            })
    void eachOfTheFallBackNamesGivesTheHostAndLeavesThePort(String name) {
        machine.variable(name, "mongo");

        assertThat(backend()).isEqualTo("mongodb://mongo:27017/backend");
        assertThat(auth()).isEqualTo("mongodb://mongo:27017/auth");
        assertThat(machine.resolve().mongoAuth().origin()).isEqualTo(Origin.variable(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLEARML_MONGODB_SERVICE_PORT",
                "TRAINS_MONGODB_SERVICE_PORT",
                "MONGODB_SERVICE_PORT"
            })
    void eachOfTheFallBackNamesGivesThePort(String name) {
        machine.variable(name, "27018");

        assertThat(backend()).isEqualTo("mongodb://127.0.0.1:27018/backend");
    }

    @Test
    void anEmptyVariableIsPassedOver() {
        machine.variable("CLEARML_MONGODB_SERVICE_HOST", "").variable("MONGODB_SERVICE_HOST", "m");

        assertThat(backend()).isEqualTo("mongodb://m:27017/backend");
    }

    @Test
    void userPasswordAndOptionsFromVariablesAreEncoded() {
        machine.variable("CLEARML_MONGODB_SERVICE_USERNAME", "ro ot")
                .variable("CLEARML_MONGODB_SERVICE_PASSWORD", "p@s/s:w?rd")
                .variable("CLEARML_MONGODB_SERVICE_QUERY", "?authSource=admin");

        assertThat(backend())
                .isEqualTo(
                        "mongodb://ro%20ot:p%40s%2Fs%3Aw%3Frd@127.0.0.1:27017/backend?authSource=admin");
    }

    @Test
    void theWholeConnectionStringStandsForBothDatabases() {
        machine.variable(WHOLE, "mongodb://a:1,b:2/?replicaSet=rs0")
                .variable("CLEARML_MONGODB_SERVICE_HOST", "other")
                .hosts("mongo.backend.host: \"mongodb://other/x\"");

        assertThat(backend()).isEqualTo("mongodb://a:1,b:2/backend?replicaSet=rs0");
        assertThat(auth()).isEqualTo("mongodb://a:1,b:2/auth?replicaSet=rs0");
    }

    @Test
    void quotesAroundAConnectionStringAreNotPartOfIt() {
        machine.variable(WHOLE, "\"mongodb://h:1/?w=1\"");
        assertThat(backend()).isEqualTo("mongodb://h:1/backend?w=1");

        machine.variable(WHOLE, "'mongodb://h:1/?w=1'");
        assertThat(backend()).isEqualTo("mongodb://h:1/backend?w=1");
    }

    @Test
    void theDatabaseInTheConnectionStringWinsForBothAsInTheServer() {
        machine.variable(WHOLE, "mongodb://h/clearml");

        assertThat(backend()).isEqualTo("mongodb://h/clearml");
        assertThat(auth()).isEqualTo("mongodb://h/clearml");
    }

    @Test
    void withoutADatabaseInTheAddressTheConfiguredNameHolds() {
        machine.hosts(
                "mongo { backend { host: \"mongodb://h\", name: b }, auth { host: \"mongodb://h\", db: a } }");

        assertThat(backend()).isEqualTo("mongodb://h/b");
        assertThat(auth()).isEqualTo("mongodb://h/a");
    }

    @Test
    void aLoginWithoutADatabaseStaysALoginToAdmin() {
        machine.variable(WHOLE, "mongodb://root:pw@h");

        assertThat(backend()).isEqualTo("mongodb://root:pw@h/backend?authSource=admin");
        assertThat(auth()).isEqualTo("mongodb://root:pw@h/auth?authSource=admin");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://u:p@h/admin, mongodb://u:p@h/backend?authSource=admin, mongodb://u:p@h/auth?authSource=admin",
        "mongodb://u:p@h/backend, mongodb://u:p@h/backend?authSource=backend, mongodb://u:p@h/auth?authSource=backend",
        "mongodb://h/backend, mongodb://h/backend, mongodb://h/auth",
        "mongodb://h/clearml, mongodb://h/clearml, mongodb://h/clearml",
        "h:27018, mongodb://h:27018/backend, mongodb://h:27018/auth"
    })
    void theFlagStandsForBothDatabases(String flag, String backend, String auth) {
        machine.flag("--mongo", flag);

        assertThat(backend()).isEqualTo(backend);
        assertThat(auth()).isEqualTo(auth);
    }

    @Test
    void eachDatabaseMayHaveItsOwnServer() {
        machine.variable("CLEARML__HOSTS__MONGO__BACKEND__HOST", "mongodb://one/backend")
                .variable("CLEARML__HOSTS__MONGO__AUTH__HOST", "\"mongodb://two/auth?w=1\"");

        assertThat(backend()).isEqualTo("mongodb://one/backend");
        assertThat(auth()).isEqualTo("mongodb://two/auth?w=1");
    }

    @Test
    void aPasswordComesFromAFileOrAVariable() {
        machine.flag("--mongo", "mongodb://u@h").variable("CLEARML_TENANTS_MONGO_PASSWORD", "v/v");
        assertThat(backend()).isEqualTo("mongodb://u:v%2Fv@h/backend?authSource=admin");

        machine.flag("--mongo-password-file", "secret").file("secret", "f@f\n");
        assertThat(backend()).isEqualTo("mongodb://u:f%40f@h/backend?authSource=admin");
    }

    @Test
    void aPasswordInTheFlagWinsOverTheVariable() {
        machine.flag("--mongo", "mongodb://u:p@h").variable("CLEARML_TENANTS_MONGO_PASSWORD", "v");

        assertThat(backend()).isEqualTo("mongodb://u:p@h/backend?authSource=admin");
    }

    @Test
    void aUserWithoutPasswordAndAPasswordWithoutUserAreRefused() {
        machine.flag("--mongo", "mongodb://u@h");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage(
                        "MongoDB's user 'u' (flag --mongo) has no password; give --mongo-password-file or set CLEARML_TENANTS_MONGO_PASSWORD.");

        machine.flag("--mongo", "mongodb://h").flag("--mongo-password-file", "secret");
        machine.file("secret", "pw");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("no user");
    }

    @Test
    void aPasswordFileThatIsMissingOrEmptyIsRefused() {
        machine.flag("--mongo", "mongodb://u@h").flag("--mongo-password-file", "secret");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("cannot be read");

        machine.file("secret", "\n");
        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:hunter2@h",
                "mongodb://u:hunter2@",
                "mongodb://u:hun:ter2@h",
                "mongodb://u:hunter2@h:99999/x",
                "mongodb://u:hunter2%zz@h"
            })
    void anAddressThatCannotBeReadIsNamedByItsSourceAndNotQuoted(String address) {
        machine.variable(WHOLE, address);

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("variable " + WHOLE)
                .hasMessageNotContaining("hun")
                .hasNoCause();
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        machine.variable("MONGODB_SERVICE_PORT", "tcp://10.0.0.1:27017");

        assertThatThrownBy(machine::resolve)
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("MONGODB_SERVICE_PORT");
    }

    @Test
    void theCertificateFileInAFlagIsOnThisHost() {
        machine.flag("--mongo", "mongodb://h/?tls=true&tlsCAFile=/etc/ca.pem");

        assertThat(machine.resolve().caFile()).map(Setting::value).contains(Path.of("/etc/ca.pem"));
    }

    @Test
    void theCertificateFileOfPythonsDriverIsTakenOver() {
        machine.variable(WHOLE, "mongodb://h/?tls=true&tlsCAFile=/etc/ca.pem");

        assertThat(backend()).isEqualTo("mongodb://h/backend?tls=true");
        assertThat(machine.resolve().caFile())
                .map(Setting::value)
                .contains(root.resolve("etc/ca.pem"));
    }

    @Test
    void anAtSignInAnOptionIsNoLogin() {
        machine.variable(WHOLE, "mongodb://h:1/x?appName=@cosmos@y");

        assertThat(backend()).isEqualTo("mongodb://h:1/x?appName=@cosmos@y");
    }

    private String backend() {
        return machine.resolve().mongoBackend().value();
    }

    private String auth() {
        return machine.resolve().mongoAuth().value();
    }
}
