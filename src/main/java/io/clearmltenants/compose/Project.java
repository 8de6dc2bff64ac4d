package io.clearmltenants.compose;

import io.clearmltenants.docker.Listed;
import java.util.List;
import java.util.Optional;

/**
 * The containers of one installation.
 *
 * @param name the compose project's, else what the containers' names begin with
 * @param apiserver the API server's container
 * @param containers all of them
 */
record Project(String name, Listed apiserver, List<Listed> containers) {

    /** The container of a part, one that runs before one that does not. */
    Optional<Listed> find(Part part) {
        return containers.stream()
                .filter(part::is)
                .min((one, other) -> Boolean.compare(other.running(), one.running()));
    }
}
