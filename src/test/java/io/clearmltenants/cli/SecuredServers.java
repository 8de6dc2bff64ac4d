package io.clearmltenants.cli;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticOptions;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.ElasticVersion;
import io.clearmltenants.fixture.MongoOptions;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.PrivateAuthority;
import io.clearmltenants.fixture.RedisOptions;
import io.clearmltenants.fixture.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Servers that ask for a password and show a certificate of an authority that nobody knows. */
final class SecuredServers implements AutoCloseable {
    static final String USER = "keeper";

    /** In Elasticsearch; a test makes the same one in the other stores. */
    static final String READER = "reader";

    static final String MONGO_PASSWORD = "m0ng@:s3cret/%1";
    static final String ELASTIC_PASSWORD = "el@stic:s3cret/%2";
    static final String REDIS_PASSWORD = "r3dis@:s3cret/%3";
    static final String WRONG_PASSWORD = "wr0ng:s3cret@/%4";

    private final PrivateAuthority authority = new PrivateAuthority();
    private final MongoServer mongo =
            MongoServer.start(
                    MongoOptions.plain().withLogin(USER, MONGO_PASSWORD).withTls(authority));
    private final ElasticServer elastic =
            ElasticServer.start(
                    ElasticOptions.plain(ElasticVersion.EIGHT)
                            .withLogin(USER, ELASTIC_PASSWORD)
                            .withReader(READER, ELASTIC_PASSWORD)
                            .withTls(authority));
    private final RedisServer redis =
            RedisServer.start(RedisOptions.plain().withPassword(REDIS_PASSWORD).withTls(authority));
    private final Path folder;
    private final Installation installation;

    SecuredServers(Path folder) {
        this.folder = folder;
        this.installation = new Installation(mongo, elastic, redis, folder);
    }

    Installation installation() {
        return installation;
    }

    /** The authority, as a user names it. */
    List<String> caFile() {
        return List.of("--ca-file", authority.caFile().toString());
    }

    /** The program, told users but neither passwords nor the authority. */
    CliProcess cli(List<String> options, String... arguments) {
        return cliAs(USER, options, arguments);
    }

    /** The same for another user. */
    CliProcess cliAs(String user, List<String> options, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(options);
        return installation.cli(
                installation.addresses(
                        "mongodb://%s@127.0.0.1:%d/?directConnection=true&authSource=admin&tls=true"
                                .formatted(user, mongo.port()),
                        "https://%s@127.0.0.1:%d".formatted(user, elastic.port()),
                        "rediss://%s@127.0.0.1:%d"
                                .formatted(user.equals(USER) ? "default" : user, redis.port())),
                all.toArray(String[]::new));
    }

    /** Options that name files with these passwords, and the authority. */
    List<String> passwordFiles(String ofMongo, String ofElastic, String ofRedis) {
        List<String> options = new ArrayList<>(caFile());
        options.addAll(List.of("--mongo-password-file", file("mongo", ofMongo)));
        options.addAll(List.of("--elastic-password-file", file("elastic", ofElastic)));
        options.addAll(List.of("--redis-password-file", file("redis", ofRedis)));
        return options;
    }

    /** Options that let the program in. */
    List<String> passwordFiles() {
        return passwordFiles(MONGO_PASSWORD, ELASTIC_PASSWORD, REDIS_PASSWORD);
    }

    /** The passwords that a run has shown or written down, in any of their forms. */
    List<String> secretsIn(CliResult result) {
        String everything =
                result.standardOutput()
                        + result.standardError()
                        + writtenDown(installation.state());
        return Stream.of(MONGO_PASSWORD, ELASTIC_PASSWORD, REDIS_PASSWORD, WRONG_PASSWORD)
                .flatMap(SecuredServers::forms)
                .filter(everything::contains)
                .toList();
    }

    private static Stream<String> forms(String password) {
        byte[] login = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                password,
                URLEncoder.encode(password, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(login));
    }

    private static String writtenDown(Path state) {
        if (!Files.exists(state)) {
            return "";
        }
        StringBuilder content = new StringBuilder();
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                content.append(file).append('\n').append(Files.readString(file));
            }
            return content.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String file(String name, String password) {
        try {
            // As an editor leaves it: with a line break at the end.
            return Files.writeString(folder.resolve(name + ".password"), password + "\n")
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        installation.close();
        mongo.close();
        elastic.close();
        redis.close();
        authority.close();
    }
}
