package io.clearmltenants.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import io.clearmltenants.fixture.Capability;
import io.clearmltenants.fixture.MongoOptions;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Needs;
import io.clearmltenants.fixture.PrivateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whom the native executable believes where there is nothing but itself. */
@EnabledIfSystemProperty(named = Binary.PROPERTY, matches = "true")
@Needs(Capability.TLS)
class BareTrustIT {
    @TempDir Path folder;
    private static PrivateAuthority authority;
    private static MongoServer mongo;
    private Path rootFolder;
    private EmptyRoot root;

    @BeforeAll
    static void start() {
        assumeTrue(EmptyRoot.isPossible(), EmptyRoot.REASON);
        authority = new PrivateAuthority();
        mongo = MongoServer.start(MongoOptions.plain().withTls(authority));
        try (MongoClient client = mongo.connect()) {
            client.getDatabase("backend")
                    .getCollection("company")
                    .insertOne(new Document("_id", "acme-id").append("name", "acme"));
            client.getDatabase("auth")
                    .getCollection("user")
                    .insertOne(new Document("_id", "keeper").append("role", "system"));
        }
    }

    @AfterAll
    static void end() {
        if (mongo != null) {
            mongo.close();
            authority.close();
        }
    }

    @BeforeEach
    void makeRoot() throws IOException {
        rootFolder = Files.createDirectory(folder.resolve("root"));
        root = new EmptyRoot(rootFolder);
    }

    @Test
    void itRefusesAnAuthorityThatItsOwnListDoesNotHave() throws IOException, InterruptedException {
        EmptyRoot.Ended ended = list();
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(12);
        assertThat(ended.output()).contains("certificate").contains("--ca-file");
    }

    @Test
    void itBelievesTheAuthorityThatTheUserNames() throws IOException, InterruptedException {
        Files.copy(authority.caFile(), rootFolder.resolve("authority.pem"));
        EmptyRoot.Ended ended = list("--ca-file", "/authority.pem");
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("acme-id");
    }

    @Test
    void itBelievesTheAuthoritiesOfTheMachine() throws IOException, InterruptedException {
        Path usual = rootFolder.resolve("etc/ssl/certs/ca-certificates.crt");
        Files.createDirectories(usual.getParent());
        Files.copy(authority.caFile(), usual);
        EmptyRoot.Ended ended = list();
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("acme-id");
    }

    private EmptyRoot.Ended list(String... options) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "list",
                                "--mongo",
                                "mongodb://127.0.0.1:%d/?tls=true".formatted(mongo.port())));
        arguments.addAll(List.of(options));
        return EmptyRoot.run(root.command(arguments.toArray(String[]::new)));
    }
}
