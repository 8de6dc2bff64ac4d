package io.clearmltenants.cli;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.Clients;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The real servers of one test, and the program run against them. */
final class Installation implements AutoCloseable {
    private final Clients clients;
    private final List<String> addresses;
    private final Path state;

    /**
     * @param folder for the fileserver's files and the program's state
     */
    Installation(MongoServer mongo, ElasticServer elastic, RedisServer redis, Path folder) {
        this.clients = Clients.of(mongo, elastic, redis, folder.resolve("fileserver"));
        this.state = folder.resolve("state");
        this.addresses = addresses(mongo.uri(), elastic.uri(), "redis://127.0.0.1:" + redis.port());
    }

    /** Plain clients of the servers. */
    Clients clients() {
        return clients;
    }

    /** The folder with journals and reports. */
    Path state() {
        return state;
    }

    /** Options that name the servers. */
    List<String> addresses() {
        return addresses;
    }

    /** Options that name the servers, some of which may be relays. */
    List<String> addresses(String mongoUri, String elasticUri, String redisUri) {
        return List.of(
                "--mongo",
                mongoUri,
                "--elastic",
                elasticUri,
                "--redis",
                redisUri,
                "--files",
                clients.files().toString());
    }

    /** The same addresses with another folder for the files. */
    List<String> addressesWithFiles(Path files) {
        List<String> other = new ArrayList<>(addresses.subList(0, addresses.size() - 1));
        other.add(files.toString());
        return other;
    }

    /** The program with these arguments and the addresses of the servers. */
    CliProcess cli(String... arguments) {
        return cli(addresses, arguments);
    }

    /** The program with these arguments and other addresses. */
    CliProcess cli(List<String> servers, String... arguments) {
        boolean remembers =
                List.of(
                                "delete",
                                "verify",
                                "delete-company-data-from-mongo",
                                "cleanup-deleted-companies")
                        .contains(arguments[0]);
        return CliProcess.of(
                Stream.of(
                                List.of(arguments),
                                servers,
                                remembers
                                        ? List.of("--state-dir", state.toString())
                                        : List.<String>of())
                        .flatMap(List::stream)
                        .toList());
    }

    @Override
    public void close() {
        clients.close();
    }
}
