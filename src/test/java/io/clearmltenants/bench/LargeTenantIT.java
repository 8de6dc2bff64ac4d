package io.clearmltenants.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.clearmltenants.fixture.CliProgram;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Servers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the tenant. */
@ExtendWith(Servers.class)
class LargeTenantIT {
    private static final int DOCUMENTS = 60_000;

    /** With a thousand documents it takes 14, so what is left is for few of them at a time. */
    private static final int HEAP_MEGABYTES = 22;

    private static final long MOST_KIBIBYTES_OF_THE_EXECUTABLE = 80_000;

    @Test
    void sixtyThousandDocumentsArePlannedExportedAndErasedInLittleMemory(
            MongoServer mongo, @TempDir Path folder) {
        try (MongoClient client = mongo.connect()) {
            LargeTenant tenant = new LargeTenant(client, DOCUMENTS);

            DeleteRun run = DeleteRun.of(mongo.uri(), folder, HEAP_MEGABYTES);

            tenant.isGone();
            assertThat(folder.resolve("state").resolve("runs"))
                    .isDirectoryRecursivelyContaining(file -> file.endsWith("ids-task.txt"));
            if (CliProgram.isNative()) {
                assertThat(run.memory().kibibytes())
                        .hasValueSatisfying(
                                peak ->
                                        assertThat(peak)
                                                .isLessThan(MOST_KIBIBYTES_OF_THE_EXECUTABLE));
            }
        }
    }
}
