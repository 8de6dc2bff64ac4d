package io.clearmltenants.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.fixture.Clients;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The native executable plans against real servers from where there is nothing but itself. */
@EnabledIfSystemProperty(named = Binary.PROPERTY, matches = "true")
@ExtendWith(Servers.class)
class BarePlanIT {
    private static final long LIMIT = 128L << 20;
    private static final Path TIME = Path.of("/usr/bin/time");

    @TempDir static Path folder;
    private static EmptyRoot root;
    private static Clients clients;
    private static String[] plan;

    @BeforeAll
    static void build(MongoServer mongo, ElasticServer elastic, RedisServer redis)
            throws IOException, InterruptedException {
        Path rootFolder = Files.createDirectory(folder.resolve("root"));
        root = new EmptyRoot(rootFolder);
        clients = Clients.of(mongo, elastic, redis, rootFolder.resolve("files"));
        World.on(clients).withVictimOf(Size.TWO_YEARS).build();
        assumeTrue(EmptyRoot.isPossible(), EmptyRoot.REASON);
        new ProcessBuilder("chown", "-R", EmptyRoot.USER, clients.files().toString())
                .start()
                .waitFor();
        plan =
                new String[] {
                    "plan",
                    World.VICTIM,
                    "--with-live-agents",
                    "--mongo",
                    mongo.uri(),
                    "--elastic",
                    elastic.uri(),
                    "--redis",
                    "redis://127.0.0.1:" + redis.port(),
                    "--files",
                    "/files"
                };
    }

    @AfterAll
    static void close() {
        clients.close();
    }

    @Test
    void itPlansInAnEmptyReadOnlyRootAsNobody() throws IOException, InterruptedException {
        showsThePlan(EmptyRoot.run(root.command(plan)));
    }

    @Test
    void itPlansWithin128Megabytes() throws IOException, InterruptedException {
        Optional<MemoryLimit> possible = MemoryLimit.of(LIMIT);
        assumeTrue(possible.isPresent(), MemoryLimit.REASON);
        try (MemoryLimit limit = possible.get()) {
            showsThePlan(EmptyRoot.run(limit.command(root.command(plan))));
        }
    }

    @Test
    void itPlansWithinItsBudgetOfMemory() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(TIME), "no /usr/bin/time to say how much memory a run held");
        Path peak = folder.resolve("peak");
        List<String> command =
                new ArrayList<>(List.of(TIME.toString(), "-f", "%M", "-o", peak.toString()));
        command.addAll(root.command(plan));
        showsThePlan(EmptyRoot.run(command));
        double megabytes = Long.parseLong(Files.readString(peak).strip()) * 1024 / 1e6;
        System.out.printf("plan: %.1f MB of memory%n", megabytes);
        assertThat(megabytes).isLessThanOrEqualTo(new Budgets().get("plan.memory.megabytes"));
    }

    private static void showsThePlan(EmptyRoot.Ended ended) {
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("acme (" + World.VICTIM + ")").contains("backend.task");
    }
}
