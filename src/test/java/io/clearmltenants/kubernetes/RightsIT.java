package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service account in a real cluster, with and without the role that we ship. */
class RightsIT {
    private static final Path ROLE = Path.of("native/kubernetes/role.yaml");

    private Namespace namespace;
    private Cluster cluster;

    @BeforeEach
    void enter() {
        namespace = new Namespace();
    }

    @AfterEach
    void leave() {
        if (cluster != null) {
            cluster.close();
        }
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void theRoleThatWeShipIsAllThatIsNeeded() throws IOException {
        namespace.apply(Files.readString(ROLE));

        assertThat(new Rights(asServiceAccount("clearml-tenants")).missing()).isEmpty();
    }

    @Test
    void withoutItEveryRightIsNamedAsMissing() {
        ApiServer server = asServiceAccount("default");

        assertThat(new Rights(server).missing()).isEqualTo(Right.NEEDED);
        assertThatThrownBy(() -> server.get("pods", "any"))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("does not let us get pods in namespace " + namespace.name())
                .hasMessageContaining("role.yaml");
    }

    /** By impersonation, which an administrator may do. */
    private ApiServer asServiceAccount(String name) {
        Config config =
                new ConfigBuilder(Config.autoConfigure(null))
                        .withImpersonateUsername(
                                "system:serviceaccount:" + namespace.name() + ":" + name)
                        .build();
        cluster =
                new Cluster(
                        namespace.server().cluster().address(),
                        new JdkHttpClientFactory().newBuilder(config).build(),
                        namespace.name());
        return new ApiServer(cluster, namespace.server().json());
    }
}
