package io.clearmltenants.mongo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.bson.Document;

/**
 * What the user who is logged in may do, as {@code connectionStatus} tells it: by privileges, or by
 * the built-in roles if a server tells no privileges.
 *
 * @param status the answer's field {@code authInfo}
 */
record Rights(Document status) {
    /** All that a deletion does, the lease included. */
    private static final Set<String> NEEDED =
            Set.of("find", "insert", "update", "remove", "listCollections", "dropCollection");

    private static final Set<String> READING = Set.of("find", "listCollections");

    /** What a built-in role allows in its own database, or in all if its name says so. */
    private static final Map<String, Set<String>> ROLES =
            Map.of(
                    "read", READING,
                    "readAnyDatabase", READING,
                    "readWrite", NEEDED,
                    "readWriteAnyDatabase", NEEDED,
                    "dbOwner", NEEDED,
                    "root", NEEDED);

    private static final Set<String> EVERYWHERE =
            Set.of("readAnyDatabase", "readWriteAnyDatabase", "root");

    /** One sentence for a person. */
    String sentence(List<String> databases) {
        List<Document> privileges = list("authenticatedUserPrivileges");
        if (list("authenticatedUsers").isEmpty()) {
            return "access is not controlled";
        }
        if (privileges.isEmpty() && !onlyKnownRoles()) {
            return "the server does not tell what this user may do";
        }
        StringJoiner missing = new StringJoiner("; ");
        for (String database : new TreeSet<>(databases)) {
            Set<String> lacking = new TreeSet<>(NEEDED);
            lacking.removeAll(privileges.isEmpty() ? byRoles(database) : allowed(database));
            if (!lacking.isEmpty()) {
                missing.add(String.join(", ", lacking) + " on the database " + database);
            }
        }
        return missing.length() == 0
                ? "this user may read and erase"
                : "this user may not erase: it lacks "
                        + missing
                        + "; give it the role readWrite there";
    }

    private Set<String> allowed(String database) {
        Set<String> actions = new TreeSet<>();
        list("authenticatedUserPrivileges").stream()
                .filter(privilege -> covers(privilege.get("resource", Document.class), database))
                .forEach(
                        privilege ->
                                actions.addAll(
                                        privilege.getList("actions", String.class, List.of())));
        return actions;
    }

    /** A privilege on one collection alone does not do: those that we erase from are many. */
    private static boolean covers(Document resource, String database) {
        if (resource.getBoolean("anyResource", false)) {
            return true;
        }
        String name = resource.getString("db");
        return "".equals(resource.getString("collection"))
                && (name.isEmpty() || name.equals(database));
    }

    private Set<String> byRoles(String database) {
        Set<String> actions = new TreeSet<>();
        list("authenticatedUserRoles").stream()
                .filter(
                        role ->
                                EVERYWHERE.contains(role.getString("role"))
                                        || database.equals(role.getString("db")))
                .forEach(role -> actions.addAll(ROLES.get(role.getString("role"))));
        return actions;
    }

    private boolean onlyKnownRoles() {
        return list("authenticatedUserRoles").stream()
                .allMatch(role -> ROLES.containsKey(role.getString("role")));
    }

    private List<Document> list(String field) {
        return status.getList(field, Document.class, List.of());
    }
}
