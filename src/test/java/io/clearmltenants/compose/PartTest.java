package io.clearmltenants.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.docker.Described;
import io.clearmltenants.docker.Listed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clearml-apiserver",
                "allegro-apiserver",
                "trains-apiserver",
                "blue_apiserver",
                "apiserver"
            })
    void withoutLabelsAContainerIsKnownByTheEndOfItsName(String name) {
        assertThat(Part.APISERVER.is(named(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allegro-apiserver-es",
                "k8s_clearml-apiserver_clearml-apiserver-5cbc48b465-tjbpz_clearml_1738f874_0",
                "clearml-apiserver-asyncdelete"
            })
    void othersAreNotTakenForIt(String name) {
        assertThat(Part.APISERVER.is(named(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-own-name", "fileserver"})
    void composesLabelComesBeforeTheName(String name) {
        Listed container =
                Described.listed(
                        "{'Names': ['/%s'], 'Labels': {'com.docker.compose.service': 'apiserver'}}"
                                .formatted(name));

        assertThat(Part.APISERVER.is(container)).isTrue();
        assertThat(Part.FILESERVER.is(container)).isFalse();
    }

    private static Listed named(String name) {
        return Described.listed("{'Names': ['/%s'], 'Labels': {}}".formatted(name));
    }
}
