package io.clearmltenants.phase;

import static io.clearmltenants.phase.EraserRun.TARGET;
import static io.clearmltenants.phase.EraserRun.fails;
import static io.clearmltenants.phase.EraserRun.items;
import static io.clearmltenants.phase.EraserRun.phase;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the eraser leaves after something could not be erased. */
class EraserLeavesTest {
    @RegisterExtension final EraserRun run = new EraserRun();

    @Test
    void whenFilesCannotBeErasedTheMapToThemStaysAndTheRestGoes() {
        Eraser eraser =
                run.eraser(
                        fails(PhaseName.FILES),
                        run.works(PhaseName.DOCUMENTS),
                        run.works(PhaseName.EVENTS),
                        run.works(PhaseName.QUEUES),
                        run.works(PhaseName.REDIS));

        eraser.erase(
                TARGET,
                items(
                        PhaseName.FILES,
                        PhaseName.QUEUES,
                        PhaseName.DOCUMENTS,
                        PhaseName.EVENTS,
                        PhaseName.REDIS));

        assertThat(run.erased).containsExactly("QUEUES", "REDIS");
        assertThat(eraser.failures())
                .containsOnlyKeys(PhaseName.FILES, PhaseName.DOCUMENTS, PhaseName.EVENTS);
        assertThat(eraser.failures().get(PhaseName.FILES))
                .containsExactly("FILES item: no permission");
    }

    @Test
    void theCompanyStaysAsAMarkWhileAnythingIsLeft() {
        Eraser eraser =
                run.eraser(
                        fails(PhaseName.TRASH),
                        run.works(PhaseName.USERS),
                        run.works(PhaseName.COMPANY));

        eraser.erase(TARGET, items(PhaseName.TRASH, PhaseName.USERS, PhaseName.COMPANY));

        assertThat(run.erased).containsExactly("USERS");
        assertThat(eraser.failures()).containsKey(PhaseName.COMPANY);
    }

    @Test
    void aFailureIsForgivenWhenAFreshListingNoLongerHasIt() {
        Eraser eraser = run.eraser(fails(PhaseName.TRASH), run.works(PhaseName.COMPANY));
        eraser.erase(TARGET, items(PhaseName.TRASH, PhaseName.COMPANY));

        eraser.forgive();
        eraser.erase(TARGET, items(PhaseName.COMPANY));

        assertThat(run.erased).containsExactly("COMPANY");
        assertThat(eraser.failures()).isEmpty();
    }

    @Test
    void whatCanNoLongerBeProvenIsNeverForgivenSinceNoListingShowsIt() {
        Phase changed =
                phase(
                        PhaseName.EVENTS,
                        () -> {
                            throw new OwnershipLost("It serves another company. It was left.");
                        });
        Eraser eraser = run.eraser(changed, fails(PhaseName.REDIS));

        eraser.erase(TARGET, items(PhaseName.EVENTS, PhaseName.REDIS));
        eraser.forgive();

        assertThat(eraser.failures())
                .isEqualTo(
                        Map.of(
                                PhaseName.EVENTS,
                                List.of("EVENTS item: It serves another company. It was left.")));
        assertThat(eraser.unproven()).extracting(Item::phase).containsExactly(PhaseName.EVENTS);
    }
}
