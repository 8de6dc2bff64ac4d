package io.clearmltenants.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Described;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerNamesTest {
    private static final Container SERVER =
            Described.container(
                    """
                    {'Name': '/clearml-apiserver', 'State': {'Status': 'running'},
                     'HostConfig': {'ExtraHosts': ['s3.local:10.9.9.9'], 'NetworkMode': 'p_backend'},
                     'NetworkSettings': {'Networks': {
                       'p_backend': {'NetworkID': 'back', 'IPAddress': '10.0.0.2',
                                     'Aliases': ['apiserver'], 'Links': ['old-redis:cache']},
                       'p_frontend': {'NetworkID': 'front', 'IPAddress': '10.1.0.2'}}}}
                    """);

    private static final Container MONGO =
            Described.container(
                    """
                    {'Name': '/clearml-mongo', 'State': {'Status': 'running'},
                     'NetworkSettings': {'Networks': {
                       'p_backend': {'NetworkID': 'back', 'IPAddress': '10.0.0.3',
                                     'Aliases': ['mongo', '0123456789ab']},
                       'other': {'NetworkID': 'other', 'IPAddress': '10.7.0.3'}}}}
                    """);

    private static final Container REDIS =
            Described.container(
                    """
                    {'Name': '/old-redis', 'State': {'Status': 'exited'},
                     'NetworkSettings': {'Networks': {
                       'p_backend': {'NetworkID': 'back', 'IPAddress': '', 'Aliases': ['redis']}}}}
                    """);

    private final ContainerNames names =
            new ContainerNames(SERVER, Set.of("back"), List.of(SERVER, MONGO, REDIS));

    @Test
    void servicesAndContainersAreFoundByTheirAddressInTheSharedNetwork() throws Exception {
        assertThat(addresses("mongo")).containsExactly("10.0.0.3");
        assertThat(addresses("Clearml-Mongo")).containsExactly("10.0.0.3");
    }

    @Test
    void anAddressKeepsTheNameForTls() throws Exception {
        assertThat(names.addresses("mongo").getFirst().getHostName()).isEqualTo("mongo");
    }

    @Test
    void extraHostsAreFound() throws Exception {
        assertThat(addresses("s3.local")).containsExactly("10.9.9.9");
    }

    @Test
    void aStoppedContainerIsNotLookedForElsewhere() {
        assertThatThrownBy(() -> names.addresses("redis"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("old-redis is exited");
        assertThatThrownBy(() -> names.addresses("cache"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("old-redis is exited");
    }

    @Test
    void whatTheServerCallsItsOwnMachineIsItsContainer() throws Exception {
        assertThat(addresses("localhost")).containsExactly("10.0.0.2");
        assertThat(addresses("127.0.0.1")).containsExactly("10.0.0.2");
    }

    @Test
    void otherAddressesStayAsTheyAre() throws Exception {
        assertThat(addresses("192.0.2.7")).containsExactly("192.0.2.7");
    }

    private List<String> addresses(String host) throws UnknownHostException {
        return names.addresses(host).stream().map(InetAddress::getHostAddress).toList();
    }
}
