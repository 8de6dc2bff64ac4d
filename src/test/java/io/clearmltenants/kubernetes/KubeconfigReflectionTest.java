package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the executable can read of a kubeconfig is written down by hand: does it fit the library?
 */
class KubeconfigReflectionTest {
    private static final Path METADATA =
            Path.of(
                    "src/main/resources/META-INF/native-image/io.clearmltenants/clearml-tenants/reachability-metadata.json");

    static Stream<JsonNode> types() throws IOException {
        return Pod.elements(new ObjectMapper().readTree(METADATA.toFile()).path("reflection"))
                .filter(type -> type.path("type").asText().startsWith("io.fabric8."));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySetterOfTheClientsClassIsThere(JsonNode type) throws ClassNotFoundException {
        Class<?> known = Class.forName(type.path("type").asText());
        List<String> listed =
                Pod.elements(type.path("methods"))
                        .map(method -> method.path("name").asText() + method.path("parameterTypes"))
                        .toList();

        assertThat(
                        Arrays.stream(known.getDeclaredMethods())
                                .filter(KubeconfigReflectionTest::sets)
                                .map(KubeconfigReflectionTest::text))
                .isSubsetOf(listed);
    }

    @Test
    void theClassesOfAKubeconfigAreThere() throws IOException {
        assertThat(types().map(type -> type.path("type").asText()))
                .contains(
                        "io.fabric8.kubernetes.api.model.Config",
                        "io.fabric8.kubernetes.api.model.AuthInfo",
                        "io.fabric8.kubernetes.client.Config$ExecCredentialStatus");
    }

    private static boolean sets(Method method) {
        return method.getName().startsWith("set")
                && Modifier.isPublic(method.getModifiers())
                && !method.getName().equals("setAdditionalProperties");
    }

    private static String text(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(parameter -> "\"" + parameter.getName() + "\"")
                        .toList()
                        .toString()
                        .replace(", ", ",");
    }
}
