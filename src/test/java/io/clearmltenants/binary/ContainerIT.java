package io.clearmltenants.binary;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.Clients;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.ProgramImage;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The image that is made of the native executable. */
@EnabledIfSystemProperty(named = Binary.PROPERTY, matches = "true")
@ExtendWith(Servers.class)
class ContainerIT {
    /** The narrowest container that an administrator may demand. */
    private static final List<String> NARROW =
            List.of(
                    "--read-only",
                    "--user=65532:65532",
                    "--cap-drop=ALL",
                    "--security-opt=no-new-privileges",
                    "--memory=128m",
                    "--network=host");

    private static ProgramImage image;

    @TempDir Path folder;

    @BeforeAll
    static void build() {
        image = ProgramImage.of(Binary.path());
    }

    @Test
    void itHoldsTheProgramAndNothingElse() {
        assertThat(image.files()).containsExactly("clearml-tenants");
        assertThat(image.label("org.opencontainers.image.version")).isEqualTo("test");
    }

    @Test
    void theProgramRunsInTheNarrowestContainer() {
        assertThat(image.run(NARROW, "--version")).startsWith("clearml-tenants ");
    }

    @Test
    void itPlansInTheNarrowestContainer(
            MongoServer mongo, ElasticServer elastic, RedisServer redis) {
        try (Clients clients = Clients.of(mongo, elastic, redis, folder)) {
            World.on(clients).build();

            String plan =
                    image.run(
                            NARROW,
                            "plan",
                            World.VICTIM,
                            "--without=files",
                            "--with-live-agents",
                            "--mongo=" + mongo.uri(),
                            "--elastic=" + elastic.uri(),
                            "--redis=redis://127.0.0.1:" + redis.port());

            assertThat(plan).contains("acme (" + World.VICTIM + ")");
        }
    }
}
