package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.mongo.DocumentRule.Place.Known;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentRulesTest {
    private static final List<PhaseName> PHASES =
            Arrays.stream(PhaseName.values())
                    .filter(phase -> phase.store() == Store.MONGO)
                    .toList();

    @Test
    void eachPhaseOfMongoHasRulesWhoseNamesTellItsItemsApart() {
        assertThat(PHASES)
                .allSatisfy(
                        phase ->
                                assertThat(DocumentRules.of(phase))
                                        .isNotEmpty()
                                        .extracting(rule -> List.of(rule.place(), rule.name()))
                                        .doesNotHaveDuplicates());
    }

    @Test
    void eachPhaseOfMongoIsABean() throws Exception {
        DocumentPhases beans = new DocumentPhases(null, null);
        List<Method> producers =
                Arrays.stream(DocumentPhases.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Produces.class))
                        .toList();

        assertThat(producers)
                .extracting(producer -> ((Phase) producer.invoke(beans)).name())
                .containsExactlyInAnyOrderElementsOf(PHASES);
    }

    @ParameterizedTest
    @EnumSource
    void thePhaseOfAKnownCollectionErasesTheTenantsDocumentsInIt(KnownCollection collection) {
        assertThat(DocumentRules.of(collection.phase()))
                .filteredOn(rule -> rule.place().equals(new Known(collection)))
                .singleElement()
                .satisfies(rule -> assertThat(rule.update()).isEmpty());
    }
}
