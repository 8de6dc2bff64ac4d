package io.clearmltenants.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergedIdsTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void whatSeveralSourcesKnowComesOnceAndInOrder() {
        assertThat(merged("a c e", "b c d", "", "c")).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void fromASourceThatIsNotInOrderNothingIsLost() {
        assertThat(merged("c a b", "b d")).contains("a", "b", "c", "d");
    }

    @Test
    void noSourceKnowsNothing() {
        assertThat(merged()).isEmpty();
    }

    @Test
    void allSourcesAreClosedWithTheStream() {
        try (Stream<String> ids = merged("a", "b")) {
            assertThat(ids.findFirst()).hasValue("a");
        }

        assertThat(closed).containsExactlyInAnyOrder("a", "b");
    }

    private Stream<String> merged(String... sources) {
        return MergedIds.of(
                Arrays.stream(sources)
                        .map(ids -> (Supplier<Stream<String>>) () -> source(ids))
                        .toList());
    }

    private Stream<String> source(String ids) {
        return Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .onClose(() -> closed.add(ids));
    }
}
