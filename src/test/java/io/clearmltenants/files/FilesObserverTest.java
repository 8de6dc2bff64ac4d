package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.tenant.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesObserverTest {
    private static final String TASK = "d9e6d60528324472b3012b311414a98d";
    private static final String REPORT = "093277e5e2f6476aaa324a9cb5f4e5de";
    private static final String FOREIGN = "ffffffffffffffffffffffffffffffff";

    @TempDir Path folder;

    @Test
    void theOpenSourceLayoutIsToldWithTheNumberOfTheTenantsTaskFolders() throws IOException {
        openSourceLayout();

        assertThat(observe(Fileserver.target(Fileserver.VICTIM, TASK, REPORT, "0".repeat(32))))
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.text())
                                        .contains("by project and task", " 2 folders "));
    }

    @Test
    void foldersOfOtherTenantsTasksAreNotCounted() throws IOException {
        openSourceLayout();

        assertThat(observe(Fileserver.target(Fileserver.VICTIM, "0".repeat(32)))).isEmpty();
    }

    @Test
    void aTenantWithItsOwnFolderNeedsNoWarning() throws IOException {
        openSourceLayout();
        new Fileserver(folder).file(Fileserver.VICTIM + "/project/file", "x");

        assertThat(observe(Fileserver.target(Fileserver.VICTIM, TASK))).isEmpty();
    }

    @Test
    void moreFoldersThanAreHeldAtOnceAreCountedInSeveralPasses() throws IOException {
        openSourceLayout();
        AtomicInteger passes = new AtomicInteger();
        TaskCount.Owner owner =
                folders -> {
                    passes.incrementAndGet();
                    return folders.containsKey(TASK) || folders.containsKey(REPORT) ? 1 : 0;
                };

        TaskCount count = new TaskFolders(folder, owner, 1).compareAll();

        assertThat(count).isEqualTo(new TaskCount(2, 0));
        assertThat(passes).hasValue(3);
    }

    private List<Finding> observe(Target target) {
        return new FilesObserver(Fileserver.at(folder)).observe(target).toList();
    }

    private void openSourceLayout() {
        Fileserver server = new Fileserver(folder);
        server.file("BBB Vision %26 Co/r%C3%A9/plots." + TASK + "/metrics/x.png", "x");
        server.file("BBB Vision %26 Co/other." + FOREIGN + "/metrics/x.png", "x");
        server.file("reports/" + REPORT + "/picture.png", "x");
        server.file("short." + TASK.substring(1) + "/x", "x");
    }
}
