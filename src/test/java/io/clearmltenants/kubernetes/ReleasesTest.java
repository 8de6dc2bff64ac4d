package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.UnclearSite;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pods as the charts make them. */
class ReleasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theOnlyReleaseIsFoundByThePodsLabels() {
        Release release =
                pick(
                        "",
                        pod("clearml-apiserver-7d-x", "clearml-apiserver", "clearml-apiserver"),
                        pod("clearml-fileserver-5f-y", "clearml-fileserver", "clearml-fileserver"));

        assertThat(release.name()).isEqualTo("clearml");
        assertThat(release.apiServer().pod().name()).isEqualTo("clearml-apiserver-7d-x");
        assertThat(release.fileserver().orElseThrow().name()).isEqualTo("clearml-fileserver");
    }

    @Test
    void theDeletionJobIsNoApiServerThoughItHasItsLabelsAndItsContainersName() {
        Release release =
                pick(
                        "",
                        pod("a-asyncdelete-0", "clearml-apiserver", "clearml-apiserver"),
                        pod(
                                "b-0",
                                "clearml-apiserver",
                                "clearml-apiserver",
                                "jobs.async_urls_delete"),
                        pod("c-0", "clearml-apiserver", "clearml-apiserver"));

        assertThat(release.apiServers())
                .extracting(container -> container.pod().name())
                .containsExactly("c-0");
    }

    @Test
    void aServerWithoutFileserverIsOneToo() {
        assertThat(pick("", pod("x-apiserver-0", "clearml-apiserver", "x-apiserver")).fileserver())
                .isEmpty();
    }

    @Test
    void aFileserverThatIsScaledToZeroIsNoInstallationWithoutOne() {
        Release release = pick("", pod("x-apiserver-0", "clearml-apiserver", "x-apiserver"));

        assertThat(release.fileserverMissing(List.of(service("x-fileserver", true))))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("Service x-fileserver", "scale"));
        assertThat(release.fileserverMissing(List.of(service("x-webserver", true)))).isEmpty();
        assertThat(release.fileserverMissing(List.of(service("y-fileserver", true)))).isEmpty();
        assertThat(release.fileserverMissing(List.of(service("x-fileserver", false)))).isEmpty();
    }

    @Test
    void aFileserverThatRunsIsNotMissing() {
        Release release =
                pick(
                        "",
                        pod("x-apiserver-0", "clearml-apiserver", "x-apiserver"),
                        pod("x-fileserver-0", "clearml-fileserver", "x-fileserver"));

        assertThat(release.fileserverMissing(List.of(service("x-fileserver", true)))).isEmpty();
    }

    @Test
    void chartsUpToFourCallEveryPartsContainerTheSame() {
        Release release =
                pick(
                        "",
                        pod("clearml-apiserver-7d-x", "clearml", "clearml-apiserver"),
                        pod("clearml-fileserver-5f-y", "clearml", "clearml-fileserver"),
                        pod("clearml-webserver-6c-z", "clearml", "clearml-webserver"));

        assertThat(release.name()).isEqualTo("clearml");
        assertThat(release.apiServers())
                .extracting(container -> container.pod().name())
                .containsExactly("clearml-apiserver-7d-x");
        assertThat(release.fileserver().orElseThrow().pod().name())
                .isEqualTo("clearml-fileserver-5f-y");
    }

    @Test
    void severalReleasesAreNamedWithTheOptionThatPicksOne() {
        Pod[] two = {
            pod("a-0", "clearml-apiserver", "blue-clearml-apiserver"),
            pod("b-0", "clearml-apiserver", "clearml-enterprise-apiserver")
        };

        assertThatThrownBy(() -> pick("", two))
                .isInstanceOf(UnclearSite.class)
                .hasMessageContaining("blue-clearml, clearml-enterprise", "--release");
        assertThat(pick("blue", two).name()).isEqualTo("blue-clearml");
        assertThat(pick("clearml-enterprise", two).name()).isEqualTo("clearml-enterprise");
        assertThatThrownBy(() -> pick("green", two))
                .isInstanceOf(UnclearSite.class)
                .hasMessageContaining("no ClearML server of release 'green'");
    }

    @Test
    void podsWithoutLabelsAreToldApartByTheirNames() {
        Release release =
                pick(
                        "trains",
                        pod("trains-apiserver-0", "trains-apiserver", ""),
                        pod("trains-fileserver-0", "trains-fileserver", ""),
                        pod("other-apiserver-0", "apiserver", ""));

        assertThat(release.fileservers()).hasSize(1);
    }

    @Test
    void aNamespaceWithoutAServerIsSaidToHaveNone() {
        assertThatThrownBy(() -> pick("", pod("web-0", "web", "web")))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("namespace 'here'", "-n");
    }

    private static Release pick(String release, Pod... pods) {
        Optional<String> named = Optional.of(release).filter(name -> !name.isEmpty());
        return new Releases("here", List.of(pods)).pick(named);
    }

    private static Pod pod(String name, String container, String instance, String... arguments) {
        ObjectNode pod = JSON.createObjectNode();
        ObjectNode metadata = pod.putObject("metadata").put("name", name);
        if (!instance.isEmpty()) {
            metadata.putObject("labels").put("app.kubernetes.io/instance", instance);
        }
        ObjectNode made =
                pod.putObject("spec").putArray("containers").addObject().put("name", container);
        List.of(arguments).forEach(made.putArray("args")::add);
        pod.putObject("status").put("phase", "Running");
        return new Pod(pod);
    }

    private static JsonNode service(String name, boolean selecting) {
        ObjectNode service = JSON.createObjectNode();
        service.putObject("metadata").put("name", name);
        ObjectNode spec = service.putObject("spec");
        if (selecting) {
            spec.putObject("selector").put("app.kubernetes.io/instance", name);
        }
        return service;
    }
}
