package io.clearmltenants.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.json.UnwritableFile;
import io.clearmltenants.report.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    private final PlanFile plans = new PlanFile(new SealedJson(JsonMapping.objectMapper()));
    private final Plan plan = plans.sealed(Examples.plan());

    @TempDir Path folder;

    @Test
    void aPlanIsReadAsItWasWritten() {
        plans.write(plan, file());

        assertThat(plans.read(file())).isEqualTo(plan);
    }

    @Test
    void onlyItsOwnerReadsAPlanAndNoDraftStaysBesideIt() throws IOException {
        plans.write(plan, file());
        plans.write(plan, file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theDigestStandsForTheContentAndNotForTheDigestField() {
        assertThat(plan.digest()).matches("[0-9a-f]{64}");
        assertThat(plans.sealed(plan).digest()).isEqualTo(plan.digest());
        Plan later = withCreated(plan, plan.created().plusSeconds(1));
        assertThat(plans.sealed(later).digest()).isNotEqualTo(plan.digest());
    }

    @Test
    void aPlanThatWasReformattedIsStillTheSame() throws IOException {
        plans.write(plan, file());
        Files.writeString(
                file(), JsonMapping.objectMapper().readTree(Files.readString(file())).toString());

        assertThat(plans.read(file())).isEqualTo(plan);
    }

    @Test
    void aPlanThatWasChangedIsRefusedInOneSentence() throws IOException {
        plans.write(plan, file());
        edit("backend.model", "backend.company");

        assertThatThrownBy(() -> plans.read(file()))
                .isInstanceOf(DamagedFile.class)
                .hasMessage(
                        file()
                                + " was changed after it was written: its digest is not that of its content.");
    }

    @Test
    void aFieldThatWasAddedToAPlanIsAChange() throws IOException {
        plans.write(plan, file());
        edit("\"kind\" : \"folder\"", "\"kind\" : \"folder\", \"extra\" : 1");

        assertThatThrownBy(() -> plans.read(file())).hasMessageContaining("was changed");
    }

    @Test
    void aFileThatIsNoPlanIsRefused() throws IOException {
        Files.writeString(file(), "{\"schema\":\"clearml-tenants/report/1\"}");
        assertThatThrownBy(() -> plans.read(file()))
                .isInstanceOf(DamagedFile.class)
                .hasMessage(file() + " does not have the form clearml-tenants/plan/1.");

        Files.writeString(file(), "{\"schema\":");
        assertThatThrownBy(() -> plans.read(file())).hasMessageEndingWith("it is not JSON.");

        Files.writeString(file(), "");
        assertThatThrownBy(() -> plans.read(file())).isInstanceOf(DamagedFile.class);
    }

    @Test
    void aPlanThatIsMissingIsNamed() {
        assertThatThrownBy(() -> plans.read(file()))
                .isInstanceOf(DamagedFile.class)
                .hasMessage("There is no file " + file() + ".");
    }

    @Test
    void aFolderThatIsMissingIsNotMade() {
        assertThatThrownBy(() -> plans.write(plan, folder.resolve("no/plan.json")))
                .isInstanceOf(UnwritableFile.class)
                .hasMessage(
                        folder.resolve("no/plan.json")
                                + " cannot be written: its folder does not exist.");
    }

    @Test
    void neitherAFolderNorADeviceIsWrittenInPlaceOfAPlan() throws IOException {
        assertThatThrownBy(() -> plans.write(plan, folder))
                .hasMessage(folder + " cannot be written: it is a folder; name a file in it.");
        assertThatThrownBy(() -> plans.write(plan, Path.of("/dev/null")))
                .hasMessage(
                        "/dev/null cannot be written: it is not a regular file; name another one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "created", "items", "servers", "warnings"})
    void aFieldThatIsMissingInAPlanIsNamed(String field) throws IOException {
        ObjectNode tree = tree();
        tree.remove(field);
        write(tree);

        assertDamaged("its field '" + field + "' is missing or wrong.");
    }

    @Test
    void nullInAPlanIsNamedByItsPlace() throws IOException {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at("/items/0")).putNull("phase");
        write(tree);
        assertDamaged("its field 'items[0].phase' is missing or wrong.");

        tree = tree();
        ((ArrayNode) tree.at("/items")).addNull();
        write(tree);
        assertDamaged("its field 'items[" + plan.items().size() + "]' is missing or wrong.");

        tree = tree();
        ((ObjectNode) tree.at("/items/0/address")).putNull("database");
        write(tree);
        assertDamaged("its field 'items[0].address.database' is missing or wrong.");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() throws IOException {
        plans.write(plan, file());
        edit("\"kind\" : \"folder\"", "\"kind\" : \"folder\", \"kind\" : \"folder\"");

        assertThatThrownBy(() -> plans.read(file())).isInstanceOf(DamagedFile.class);
    }

    @Test
    void aFolderAndADeviceAreNoPlans() {
        assertThatThrownBy(() -> plans.read(folder))
                .isInstanceOf(DamagedFile.class)
                .hasMessage(folder + " cannot be read: it is a folder.");
        assertThatThrownBy(() -> plans.read(Path.of("/dev/zero")))
                .isInstanceOf(DamagedFile.class)
                .hasMessage("/dev/zero cannot be read: it is a pipe or a device, not a file.");
    }

    private ObjectNode tree() {
        return JsonMapping.objectMapper().valueToTree(plan);
    }

    private void write(ObjectNode tree) throws IOException {
        new SealedJson(JsonMapping.objectMapper()).write(tree, file());
    }

    private void assertDamaged(String sentence) {
        assertThatThrownBy(() -> plans.read(file()))
                .isInstanceOf(DamagedFile.class)
                .hasMessageEndingWith(sentence);
    }

    private void edit(String before, String after) throws IOException {
        String text = Files.readString(file());
        assertThat(text).contains(before);
        Files.writeString(file(), text.replace(before, after));
    }

    private Path file() {
        return folder.resolve("plan.json");
    }

    private static Plan withCreated(Plan plan, java.time.Instant created) {
        return new Plan(
                plan.schema(),
                plan.tenant(),
                created,
                plan.servers(),
                plan.unknownCollections(),
                plan.items(),
                plan.warnings(),
                plan.kept(),
                plan.digest());
    }
}
