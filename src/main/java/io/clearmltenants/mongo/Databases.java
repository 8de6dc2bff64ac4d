package io.clearmltenants.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The two databases of a ClearML server. Their names come from the configuration, but are believed
 * only when they hold what the server keeps there; else the server's other databases are searched
 * (a connection string may carry the path of a login database).
 */
@ApplicationScoped
public class Databases {
    private static final Bson HAS_ROLE = Filters.exists("role");
    private static final List<String> SYSTEM = List.of("admin", "config", "local");

    private final Connections connections;
    private volatile Pair pair;

    Databases(Connections connections) {
        this.connections = connections;
    }

    private record Pair(MongoDatabase backend, MongoDatabase auth) {}

    /** The database that holds companies, tasks and models. */
    public MongoDatabase backend() {
        return pair().backend();
    }

    /** The database that holds logins. */
    public MongoDatabase auth() {
        return pair().auth();
    }

    private synchronized Pair pair() {
        if (pair == null) {
            pair = MongoFailures.translated(this::found);
        }
        return pair;
    }

    private Pair found() {
        MongoDatabase backend =
                find(
                        connections.mongoBackend(),
                        connections.server().mongoBackend().value(),
                        "backend",
                        Databases::holdsCompanies,
                        Databases::isNew);
        boolean empty = !holdsCompanies(backend);
        MongoDatabase auth =
                find(
                        connections.mongoAuth(),
                        connections.server().mongoAuth().value(),
                        "auth",
                        Databases::holdsLogins,
                        named -> empty);
        return new Pair(backend, auth);
    }

    /**
     * @param isNew whether the named database is a server's that has nothing in it yet, or any more
     */
    private static MongoDatabase find(
            MongoClient client,
            String uri,
            String role,
            Predicate<MongoDatabase> holds,
            Predicate<MongoDatabase> isNew) {
        String configured = new ConnectionString(uri).getDatabase();
        MongoDatabase named = client.getDatabase(configured == null ? role : configured);
        if (holds.test(named)) {
            return named;
        }
        List<MongoDatabase> others = new ArrayList<>();
        for (String name : client.listDatabaseNames()) {
            if (!SYSTEM.contains(name) && holds.test(client.getDatabase(name))) {
                others.add(client.getDatabase(name));
            }
        }
        if (others.size() == 1) {
            return others.getFirst();
        }
        if (others.isEmpty() && isNew.test(named)) {
            return named;
        }
        throw new ConnectFailure(refusal(named.getName(), role, others));
    }

    private static String refusal(String configured, String role, List<MongoDatabase> others) {
        String held = role.equals("backend") ? "companies" : "users with a role";
        return others.isEmpty()
                ? "MongoDB's database '%s' holds no %s, and no other database does: this is not a ClearML server's MongoDB, or a new one whose API server has not started yet, or the user may not read it."
                        .formatted(configured, held)
                : "MongoDB's database '%s' holds no %s, but several others do (%s); name the right one in the connection string."
                        .formatted(
                                configured,
                                held,
                                String.join(
                                        ", ",
                                        others.stream().map(MongoDatabase::getName).toList()));
    }

    private static boolean holdsCompanies(MongoDatabase database) {
        return database.getCollection("company").find().projection(new Document("_id", 1)).first()
                != null;
    }

    /** Every start of an API server leaves a line there (A/database/model/version.py:7). */
    private static boolean isNew(MongoDatabase database) {
        return database.getCollection("versions").find().first() != null
                || database.getCollection("settings").find(Filters.eq("_id", "server.uuid")).first()
                        != null;
    }

    private static boolean holdsLogins(MongoDatabase database) {
        return database.getCollection("user")
                        .find(HAS_ROLE)
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }
}
