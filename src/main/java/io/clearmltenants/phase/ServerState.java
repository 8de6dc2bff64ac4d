package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one server says of itself.
 *
 * @param store which store
 * @param label what it is, for people ("MongoDB at mongo:27017")
 * @param version its version; empty if it has none
 * @param identity the same as long as it is the same server, so that a plan is not executed on
 *     another one
 * @param clockDifference how far its clock is ahead of ours; empty if it tells no time
 * @param remarks what a person should know: topology, rights, free space
 */
@RegisterForReflection
public record ServerState(
        Store store,
        String label,
        String version,
        String identity,
        Optional<Duration> clockDifference,
        List<String> remarks) {}
