package io.clearmltenants.connect;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * The companies that the configuration names. The server re-creates them, or breaks without them
 * (A/mongo/initialize/__init__.py:53-119), so they must not be deleted.
 */
record ProtectedCompanies(ConfigTree tree) {

    /** Each by its id. */
    Map<String, ProtectedCompany> byId() {
        Map<String, ProtectedCompany> companies = new TreeMap<>();
        fixedUsers(companies);
        collect("", tree.root(), companies);
        say(
                companies,
                tree.text("services", "auth", "fixed_users", "guest", "default_company")
                        .orElse(builtIn(Defaults.GUEST_COMPANY, "guest")),
                "is the guest user's company (services.auth.fixed_users.guest.default_company)");
        // A Helm chart renders the default company as "" (H apiserver-asyncdelete-deployment.yaml).
        say(
                companies,
                tree.text("apiserver", "default_company")
                        .orElse(builtIn(Defaults.COMPANY, "default company")),
                "is the server's default company (apiserver.default_company)");
        return companies;
    }

    private void fixedUsers(Map<String, ProtectedCompany> companies) {
        tree.list("apiserver", "auth", "fixed_users", "users").stream()
                .flatMap(users -> users.value().stream())
                .filter(ConfigObject.class::isInstance)
                .map(user -> new ConfigTree((ConfigObject) user))
                .flatMap(user -> user.text("company").stream())
                .forEach(
                        company ->
                                say(
                                        companies,
                                        company,
                                        "is the company of a fixed user (apiserver.auth.fixed_users.users)"));
    }

    /** Single sign-on of several kinds has a "default_company", each at its own place. */
    private static void collect(
            String path, ConfigValue value, Map<String, ProtectedCompany> companies) {
        if (value instanceof ConfigList list) {
            list.forEach(element -> collect(path, element, companies));
        }
        if (!(value instanceof ConfigObject object)) {
            return;
        }
        if (!(object.get("default_company") instanceof ConfigObject)) {
            new ConfigTree(object)
                    .text("default_company")
                    .ifPresent(
                            company ->
                                    say(
                                            companies,
                                            company,
                                            "is where new users go (" + path + "default_company)"));
        }
        object.forEach((key, child) -> collect(path + key + ".", child, companies));
    }

    private static void say(
            Map<String, ProtectedCompany> companies, Setting<String> company, String why) {
        String id = company.value().strip();
        companies.put(id, new ProtectedCompany(id, why, company.origin()));
    }

    private static Setting<String> builtIn(String company, String name) {
        return new Setting<>(company, new Origin(Origin.Kind.DEFAULT, name));
    }
}
