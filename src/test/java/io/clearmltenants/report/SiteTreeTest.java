package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.connect.SiteNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTreeTest {

    @Test
    void whatBelongsToAThingStandsBelowIt() {
        SiteNode server =
                new SiteNode("apiserver", List.of(SiteNode.leaf("image a"), SiteNode.leaf("up")));
        SiteNode project =
                new SiteNode("project clearml", List.of(server, SiteNode.leaf("fileserver")));
        assertThat(new SiteTree(List.of(project)).text())
                .isEqualTo(
                        """
                        Installation:
                          project clearml
                          ├─ apiserver
                          │  ├─ image a
                          │  └─ up
                          └─ fileserver

                        """);
    }

    @Test
    void aLocalInstallationHasNoTree() {
        assertThat(new SiteTree(List.of()).text()).isEmpty();
    }
}
