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

    /** One sentence by the company's id, which says the setting that names it. */
    Map<String, String> sentences() {
        Map<String, String> sentences = new TreeMap<>();
        fixedUsers(sentences);
        collect("", tree.root(), sentences);
        say(
                sentences,
                tree.text("services", "auth", "fixed_users", "guest", "default_company")
                        .orElse(builtIn(Defaults.GUEST_COMPANY, "guest")),
                "is the guest user's company (services.auth.fixed_users.guest.default_company)");
        // A Helm chart renders the default company as "" (H apiserver-asyncdelete-deployment.yaml).
        say(
                sentences,
                tree.text("apiserver", "default_company")
                        .orElse(builtIn(Defaults.COMPANY, "default company")),
                "is the server's default company (apiserver.default_company)");
        return sentences;
    }

    private void fixedUsers(Map<String, String> sentences) {
        tree.list("apiserver", "auth", "fixed_users", "users").stream()
                .flatMap(users -> users.value().stream())
                .filter(ConfigObject.class::isInstance)
                .map(user -> new ConfigTree((ConfigObject) user))
                .flatMap(user -> user.text("company").stream())
                .forEach(
                        company ->
                                say(
                                        sentences,
                                        company,
                                        "is the company of a fixed user (apiserver.auth.fixed_users.users)"));
    }

    /** Single sign-on of several kinds has a "default_company", each at its own place. */
    private static void collect(String path, ConfigValue value, Map<String, String> sentences) {
        if (value instanceof ConfigList list) {
            list.forEach(element -> collect(path, element, sentences));
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
                                            sentences,
                                            company,
                                            "is where new users go (" + path + "default_company)"));
        }
        object.forEach((key, child) -> collect(path + key + ".", child, sentences));
    }

    private static void say(Map<String, String> sentences, Setting<String> company, String why) {
        sentences.put(
                company.value().strip(),
                "The company %s %s, as %s says; the server needs it and creates it again."
                        .formatted(company.value().strip(), why, company.origin().label()));
    }

    private static Setting<String> builtIn(String company, String name) {
        return new Setting<>(company, new Origin(Origin.Kind.DEFAULT, name));
    }
}
