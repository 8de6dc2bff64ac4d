package io.clearmltenants.journal;

import io.clearmltenants.fixture.TemporaryFolder;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The runs of one test, all about the tenant {@code abc}. */
final class TestRuns implements BeforeEachCallback, AfterEachCallback {
    static final TenantId ID = new TenantId("abc");

    private final List<String> warnings = new ArrayList<>();
    private TemporaryFolder folder;
    private Runs runs;

    @Override
    public void beforeEach(ExtensionContext context) {
        folder = new TemporaryFolder("runs");
        runs = new Runs(folder.path(), JsonMapping.objectMapper(), warnings::add);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        folder.close();
    }

    Runs runs() {
        return runs;
    }

    /** The state folder. */
    Path state() {
        return folder.path();
    }

    /** What the user was warned of. */
    List<String> warnings() {
        return warnings;
    }

    RunFolder create(String name) {
        return runs.create(request(name));
    }

    static RunRequest request(String name) {
        return new RunRequest(
                RunRequest.SCHEMA,
                name,
                new Tenant(ID, Optional.of("acme")),
                Set.of(PhaseName.QUEUES),
                "root@host",
                Instant.EPOCH);
    }

    static void begin(RunFolder run) {
        try (Journal journal = run.openJournal()) {
            journal.write(Entry.Step.RUN_STARTED, "acme");
        }
    }

    static void finish(RunFolder run, String outcome) throws IOException {
        try (Journal journal = run.openJournal()) {
            journal.write(Entry.Step.RUN_FINISHED, outcome);
        }
        Files.writeString(run.report(), "{}");
    }
}
