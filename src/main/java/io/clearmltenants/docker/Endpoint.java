package io.clearmltenants.docker;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine listens.
 *
 * @param uri as DOCKER_HOST would name it: "unix:///var/run/docker.sock", "tcp://host:2376"
 * @param certificates folder with ca.pem, cert.pem and key.pem; empty for a connection without TLS
 * @param origin who said so: "variable DOCKER_HOST", "docker context far", "built-in default"
 */
public record Endpoint(URI uri, Optional<Path> certificates, String origin) {

    static Endpoint socket(Path socket, String origin) {
        return new Endpoint(URI.create("unix://" + socket), Optional.empty(), origin);
    }

    /** Its address as DOCKER_HOST would name it. */
    public String address() {
        return uri.toString();
    }
}
