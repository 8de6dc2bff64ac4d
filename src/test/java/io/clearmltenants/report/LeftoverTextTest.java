package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.TenantId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeftoverTextTest {
    private static final TenantId ID = new TenantId("abc");
    private static final Finding.Kept FILES =
            Finding.Kept.whole(Store.FILES, "No folder of the fileserver is known on this host.");
    private final LeftoverText text = new LeftoverText(JsonMapping.objectMapper());

    @Test
    void nothingIsLeftOnlyWhereAllWasLookedAt() {
        assertThat(text.render(ID, Scope.all(), List.of(), List.of()))
                .isEqualTo("Nothing of tenant abc is left.");
    }

    @Test
    void aNarrowLookClaimsNoMore() {
        assertThat(text.render(ID, Scope.only(Set.of(Store.MONGO)), List.of(), List.of()))
                .isEqualTo("Nothing of tenant abc is left in mongo.");
    }

    @Test
    void aPlaceThatNobodyLookedAtIsNamed() {
        assertThat(text.render(ID, Scope.all(), List.of(), List.of(FILES)))
                .isEqualTo(
                        """
                        Nothing of tenant abc was found.
                        Not looked at, so something may be left there:
                        -  files: No folder of the fileserver is known on this host.""");
        assertThat(text.json(ID, Scope.all(), List.of(), List.of(FILES)))
                .contains("\"clean\":false", "\"unseen\":[{", "No folder of the fileserver");
    }

    @Test
    void whatIsLeftStandsBesideWhatNobodyLookedAt() {
        assertThat(
                        text.render(
                                ID,
                                Scope.all(),
                                List.of(new Leftover(PhaseName.EVENTS, "events-log-abc", 1)),
                                List.of(FILES)))
                .startsWith("Leftovers of tenant abc:\n")
                .contains("elastic | events-log-abc |", "Not looked at", "-  files: No folder");
    }
}
