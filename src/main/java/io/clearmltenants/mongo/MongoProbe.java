package io.clearmltenants.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import io.clearmltenants.phase.FreeSpace;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** Version, topology and rights of the MongoDB server. */
@ApplicationScoped
class MongoProbe implements Probe {
    private static final String UNTOLD = "the server does not tell what this user may do";

    private final Databases databases;

    MongoProbe(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<ServerState> probe() {
        return MongoFailures.translated(() -> Stream.of(state()));
    }

    private ServerState state() {
        MongoDatabase backend = databases.backend();
        long asked = System.currentTimeMillis();
        Document hello = Hello.ask(backend);
        long difference =
                hello.getDate("localTime").getTime() - (asked + System.currentTimeMillis()) / 2;
        return new ServerState(
                Store.MONGO,
                "MongoDB, databases " + backend.getName() + " and " + databases.auth().getName(),
                backend.runCommand(new Document("buildInfo", 1)).getString("version"),
                "mongodb " + identity(),
                Optional.of(Duration.ofMillis(difference)),
                remarks(hello));
    }

    /**
     * The server's own unique number (A/database/model/settings.py:14), which every ClearML server
     * writes at its start.
     */
    private String identity() {
        Document setting =
                databases
                        .backend()
                        .getCollection("settings")
                        .find(new Document("_id", "server.uuid"))
                        .first();
        return setting == null ? "without server.uuid" : String.valueOf(setting.get("value"));
    }

    private List<String> remarks(Document hello) {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                hello.containsKey("setName")
                        ? "replica set %s with %d members"
                                .formatted(
                                        hello.getString("setName"),
                                        hello.getList("hosts", String.class, List.of()).size())
                        : "standalone");
        remarks.add(rights());
        space().ifPresent(remarks::add);
        return remarks;
    }

    private String rights() {
        Document status = authentication();
        if (status.isEmpty()) {
            return UNTOLD;
        }
        return new Rights(status)
                .sentence(List.of(databases.backend().getName(), databases.auth().getName()));
    }

    /** What the disk has left, if the server tells it and this user may ask. */
    private Optional<String> space() {
        try {
            Document stats = databases.backend().runCommand(new Document("dbStats", 1));
            return stats.get("fsTotalSize") instanceof Number total
                            && total.longValue() > 0
                            && stats.get("fsUsedSize") instanceof Number used
                    ? Optional.of(
                            new FreeSpace(total.longValue() - used.longValue(), total.longValue())
                                    .text())
                    : Optional.empty();
        } catch (MongoCommandException refused) {
            return Optional.of("free space is not told: " + refused.getErrorMessage());
        }
    }

    /** Empty if a server that only speaks MongoDB's protocol does not tell. */
    private Document authentication() {
        try {
            return databases
                    .backend()
                    .runCommand(new Document("connectionStatus", 1).append("showPrivileges", true))
                    .get("authInfo", Document.class);
        } catch (MongoCommandException failure) {
            if (failure.getCode() != MongoFailures.COMMAND_NOT_FOUND) {
                throw failure;
            }
            return new Document();
        }
    }
}
