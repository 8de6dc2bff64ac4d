package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.plan.PlanFile;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ReportBeansTest {
    @Inject ObjectMapper mapper;
    @Inject Renderers renderers;
    @Inject PlanFile plans;
    @Inject ReportHtml html;

    @Test
    void theProgramsOwnMappingIsUsedEverywhere(@TempDir Path folder) throws Exception {
        assertThat(mapper.writeValueAsString(Examples.ACME))
                .isEqualTo("{\"id\":\"" + Examples.ID + "\",\"name\":\"Acme Research\"}");

        Plan plan = plans.sealed(Examples.plan());
        plans.write(plan, folder.resolve("plan.json"));
        assertThat(plans.read(folder.resolve("plan.json"))).isEqualTo(plan);
    }

    @Test
    void renderersAndCertificatesAreBeans() {
        Captured out = new Captured();
        try (Renderer renderer =
                renderers.choose(
                        new OutputChoice(true, false, false, false, 80),
                        out.stream(),
                        out.stream())) {
            renderer.summary(Examples.report(Outcome.COMPLETE));
        }

        assertThat(out.lines()).singleElement().asString().contains("\"type\":\"summary\"");
        assertThat(html.of(Examples.report(Outcome.COMPLETE))).startsWith("<!DOCTYPE html>");
    }
}
