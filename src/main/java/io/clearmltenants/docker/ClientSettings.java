package io.clearmltenants.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import java.net.URI;

/**
 * What the client is to know: where its engine is, and nothing that it would read from the files of
 * this host's user. No image is pulled, so it needs no registry.
 */
record ClientSettings(Endpoint endpoint) implements DockerClientConfig {
    @Override
    public URI getDockerHost() {
        return endpoint.uri();
    }

    /** The newest that the engine speaks. */
    @Override
    public RemoteApiVersion getApiVersion() {
        return RemoteApiVersion.UNKNOWN_VERSION;
    }

    @Override
    public String getRegistryUsername() {
        return null;
    }

    @Override
    public String getRegistryPassword() {
        return null;
    }

    @Override
    public String getRegistryEmail() {
        return null;
    }

    @Override
    public String getRegistryUrl() {
        return null;
    }

    @Override
    public AuthConfig effectiveAuthConfig(String image) {
        return null;
    }

    @Override
    public AuthConfigurations getAuthConfigurations() {
        return new AuthConfigurations();
    }

    /** The transport gets it itself. */
    @Override
    public SSLConfig getSSLConfig() {
        return null;
    }
}
