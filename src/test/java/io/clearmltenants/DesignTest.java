package io.clearmltenants;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DesignTest {
    private static final String[] STORES = {
        "io.clearmltenants.mongo..",
        "io.clearmltenants.elastic..",
        "io.clearmltenants.redis..",
        "io.clearmltenants.files.."
    };

    private final JavaClasses product =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.clearmltenants");

    @Test
    void theStoresDoNotKnowEachOther() {
        slices().matching("io.clearmltenants.(mongo|elastic|redis|files)..")
                .should()
                .notDependOnEachOther()
                .check(product);
    }

    @Test
    void onlyTheCommandsKnowPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .check(product);
    }

    @Test
    void nobodyButTheMainClassKnowsTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.clearmltenants.cli..")
                .check(product);
    }

    @Test
    void theStoresKnowNoStage() {
        noClasses()
                .that()
                .resideInAnyPackage(STORES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.clearmltenants",
                        "..inventory..",
                        "..plan..",
                        "..guard..",
                        "..verify..",
                        "..cli..")
                .check(product);
    }

    @Test
    void theConnectionsKnowNoneOfThoseThatUseThem() {
        noClasses()
                .that()
                .resideInAPackage("io.clearmltenants.connect..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.clearmltenants.mongo..",
                        "io.clearmltenants.elastic..",
                        "io.clearmltenants.redis..",
                        "io.clearmltenants.files..",
                        "io.clearmltenants.phase..",
                        "io.clearmltenants.plan..")
                .check(product);
    }

    @Test
    void theEnginesClientKnowsNoInstallation() {
        noClasses()
                .that()
                .resideInAPackage("io.clearmltenants.docker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.clearmltenants", "..compose..", "..phase..", "..cli..")
                .check(product);
    }

    @Test
    void installationsOfComposeKnowNoStoreAndNoStage() {
        noClasses()
                .that()
                .resideInAPackage("io.clearmltenants.compose..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STORES)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.clearmltenants", "..inventory..", "..plan..", "..guard..", "..cli..")
                .check(product);
    }

    @Test
    void tenantsAreValuesThatKnowNobody() {
        classes()
                .that()
                .resideInAPackage("..tenant..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.clearmltenants.tenant..", "java..", "io.quarkus.runtime.annotations..")
                .check(product);
    }

    @Test
    void onlyTheEraserMakesAWriteGate() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.clearmltenants.phase.Eraser")
                .and()
                .doNotHaveFullyQualifiedName("io.clearmltenants.phase.JournaledGate")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.clearmltenants.phase.JournaledGate")
                .check(product);
    }
}
