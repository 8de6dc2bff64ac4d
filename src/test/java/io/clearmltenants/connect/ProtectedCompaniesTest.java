package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The companies that the configuration needs. */
class ProtectedCompaniesTest {
    private static final String DEFAULT = "d1bd92a3b039400cbafc60a7a5b1e52b";
    private static final String GUEST = "025315a9321f49f8be07f5ac48fbcf92";

    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @Test
    void theBuiltInDefaultAndGuestCompaniesAreProtected() {
        assertThat(companies()).containsOnlyKeys(DEFAULT, GUEST);
        assertThat(companies().get(DEFAULT))
                .isEqualTo(
                        "The company %s is the server's default company (apiserver.default_company), as built-in default says; the server needs it and creates it again.",
                        DEFAULT);
    }

    @Test
    void anEmptyDefaultCompanyMeansTheBuiltInOne() {
        machine.variable("CLEARML__apiserver__default_company", "");

        assertThat(companies()).containsKey(DEFAULT);
    }

    @Test
    void theConfiguredCompaniesAreProtectedAndTheSettingIsNamed() {
        machine.variable("CLEARML__APISERVER__DEFAULT_COMPANY", "home")
                .file(
                        "opt/clearml/config/services/auth.conf",
                        "fixed_users.guest.default_company: visitors");

        assertThat(companies()).containsOnlyKeys("home", "visitors");
        assertThat(companies().get("home"))
                .contains("apiserver.default_company")
                .contains("variable CLEARML__APISERVER__DEFAULT_COMPANY");
        assertThat(companies().get("visitors"))
                .contains("services.auth.fixed_users.guest.default_company")
                .contains("auth.conf");
    }

    @Test
    void theCompaniesOfFixedUsersAreProtected() {
        machine.file(
                "opt/clearml/config/apiserver.conf",
                "auth.fixed_users.users: [{username: a, company: fixed}, {username: b}]");

        assertThat(companies().get("fixed"))
                .contains("apiserver.auth.fixed_users.users")
                .contains("apiserver.conf");
    }

    @Test
    void theCompaniesThatSingleSignOnSendsNewUsersToAreProtected() {
        machine.variable("CLEARML__secure__login__sso__ldap__main__default_company", "ldap")
                .variable(
                        "CLEARML__secure__login__sso__oauth_client__providers",
                        "[{name: x, default_company: oauth}]");

        assertThat(companies().get("ldap")).contains("secure.login.sso.ldap.main.default_company");
        assertThat(companies().get("oauth")).contains("secure.login.sso.oauth_client.providers");
    }

    private Map<String, String> companies() {
        return machine.resolve().protectedCompanies().values().stream()
                .collect(Collectors.toMap(ProtectedCompany::id, ProtectedCompany::sentence));
    }
}
