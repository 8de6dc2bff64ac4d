package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.FileUrls;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nothing would erase, since the open-source server keeps them by project and task. */
class FilesObserverTest {
    private static final String TASK = "d9e6d60528324472b3012b311414a98d";
    private static final String REPORT = "093277e5e2f6476aaa324a9cb5f4e5de";
    private static final String FOREIGN = "ffffffffffffffffffffffffffffffff";
    private static final TenantId VICTIM = new TenantId(Fileserver.VICTIM);

    @TempDir Path folder;
    private Fileserver server;

    @BeforeEach
    void build() {
        server = new Fileserver(folder);
    }

    @Test
    void theOpenSourceLayoutIsToldWithTheFilesOfTheTenantsTasksAndTheUrlsThatNameFiles() {
        openSourceLayout();

        assertThat(
                        observed(
                                tenant(TASK, REPORT, "0".repeat(32)),
                                "https://files.example.com/by%20hand/a%2Bb%25.bin",
                                "http://10.0.0.5:8081/by%20hand/is-not-there.bin",
                                "s3://bucket/by hand/a+b%.bin"))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .contains("by project and task")
                                        .contains("3 files in 2 folders of this tenant's tasks")
                                        .contains("1 URL of its documents that names a file")
                                        .contains("does not erase them"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/files/by%20hand/a%2Bb%25.bin",
                "http://10.0.0.5:8081/by hand/a+b%.bin",
                "http://localhost/by%20hand/a%2Bb%25.bin?version=1"
            })
    void aFileThatOnlyADocumentNamesIsOneToo(String url) {
        server.file("by hand/a+b%.bin", "x");

        assertThat(observed(tenant(), url))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("1 URL of"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://h/../outside", "http://h/", "http://h/..%2Foutside", "file:///"})
    void aUrlReachesNothingAboveTheFolder(String url) {
        new Fileserver(folder.resolve("root")).file("inside", "x");
        server.file("outside", "x");

        assertThat(new UrlPath(url).existsBelow(folder.resolve("root"), VICTIM)).isFalse();
    }

    @Test
    void ofATenantThatNeverUploadedLookingProvesThatNothingIsThere() {
        openSourceLayout();

        assertThat(observed(tenant("0".repeat(32)))).isEmpty();
        assertThat(observed(tenant())).isEmpty();
    }

    @Test
    void anEmptyFolderHoldsNothingOfATenantWhoseDocumentsNameNothing() {
        assertThat(observed(tenant(TASK), "s3://bucket/model.pt")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/team/model.pt",
                "https://files.example.com/team/model.pt"
            })
    void aFolderThatLooksLikeNoFileserversIsDoubtedIfDocumentsNameFiles(String url) {
        server.file("something/else", "x");

        assertThat(observed(tenant(TASK), url))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("1 URL of", "--files"));
    }

    @Test
    void aFileserversFolderIsBelievedThatTheFilesAreGone() {
        server.file(Fileserver.BYSTANDER + "/team/file", "x");

        assertThat(observed(tenant(TASK), "https://files.example.com/team/model.pt")).isEmpty();
    }

    @Test
    void whatLiesInTenantsFoldersIsNotByProject() {
        server.file(Fileserver.VICTIM + "/project/plots." + TASK + "/file", "x");
        server.file(Fileserver.BYSTANDER + "/project/plots." + TASK + "/file", "x");

        assertThat(
                        observed(
                                tenant(TASK),
                                "http://h:8081/" + Fileserver.VICTIM + "/project/plots." + TASK,
                                "http://h:8081/" + Fileserver.BYSTANDER + "/project/plots." + TASK))
                .isEmpty();
    }

    @Test
    void filesFromBeforeTheTenantGotAFolderOfItsOwnAreToldToo() {
        openSourceLayout();
        server.file(Fileserver.VICTIM + "/project/file", "x");

        assertThat(observed(tenant(TASK))).isPresent();
    }

    @Test
    void aTaskMayLieDeepBelowItsProjects() {
        server.file("a/b/c/d/e/f/g/h/i/j/k/l/task." + TASK + "/file", "x");

        assertThat(observed(tenant(TASK)))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("1 file in 1 folder"));
    }

    @Test
    void filesOfATenantOfWhichNothingIsKnownCannotBeToldFromThoseOfOthers() {
        openSourceLayout();

        assertThat(observed(forgotten()))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("cannot be told from"));
        assertThat(new FilesWitness(Fileserver.at(folder)).blind(forgotten())).isPresent();
        assertThat(new FilesWitness(Fileserver.at(folder)).blind(tenant(TASK))).isEmpty();
    }

    @Test
    void ifTenantsHaveFoldersAForgottenOneHasNone() {
        openSourceLayout();
        server.file(Fileserver.BYSTANDER + "/project/file", "x");

        assertThat(observed(forgotten())).isEmpty();
    }

    @Test
    void theWitnessFindsTheFilesOfTheTenantsTasks() {
        openSourceLayout();

        assertThat(new FilesWitness(Fileserver.at(folder)).look(tenant(TASK, REPORT)))
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.count()).isEqualTo(3);
                            assertThat(left.locator()).contains("2 folders of its tasks");
                        });
    }

    @Test
    void whatIsLeftOutIsCountedAllTheSame() {
        openSourceLayout();

        assertThat(observer(folder).ofLeftOut(tenant(TASK)))
                .hasValueSatisfying(text -> assertThat(text).contains("2 files in 1 folder"));
        assertThat(observer(folder.resolve("none")).ofLeftOut(tenant(TASK)))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("could not be counted", "exist"));
    }

    @Test
    void moreFoldersThanAreHeldAtOnceAreComparedInSeveralPasses() throws IOException {
        openSourceLayout();
        AtomicInteger passes = new AtomicInteger();
        RootLayout.Owner owner =
                tasks -> {
                    passes.incrementAndGet();
                    return tasks.stream()
                            .filter(Set.of(TASK, REPORT)::contains)
                            .collect(Collectors.toSet());
                };

        RootLayout layout = new TaskFolders(folder, VICTIM, Set.of(), owner, 1).look();

        assertThat(layout).isEqualTo(new RootLayout(false, 0, 2, 3, 1, 0));
        assertThat(passes).hasValue(3);
    }

    private Optional<String> observed(Target target, String... urls) {
        return observer(folder, urls).observe(target).map(Finding::text).findFirst();
    }

    private static FilesObserver observer(Path root, String... urls) {
        FileUrls documents =
                new FileUrls() {
                    @Override
                    public <T> T read(Target target, Function<Stream<String>, T> reader) {
                        return reader.apply(Stream.of(urls));
                    }
                };
        return new FilesObserver(Fileserver.at(root), new FilesByProject(documents));
    }

    private static Target tenant(String... tasks) {
        return Fileserver.target(Fileserver.VICTIM, tasks);
    }

    private static Target forgotten() {
        return new Target(
                new Tenant(VICTIM, Optional.empty()),
                Set.of(Fileserver.BYSTANDER),
                kind -> Stream.empty());
    }

    private void openSourceLayout() {
        server.file("BBB Vision %26 Co/r%C3%A9/plots." + TASK + "/metrics/x.png", "x");
        server.file("BBB Vision %26 Co/r%C3%A9/plots." + TASK + "/models/m.pt", "x");
        server.file("BBB Vision %26 Co/other." + FOREIGN + "/metrics/x.png", "x");
        server.file("reports/" + REPORT + "/picture.png", "x");
        server.file("by hand/a+b%.bin", "x");
        server.file("short." + TASK.substring(1) + "/x", "x");
    }
}
