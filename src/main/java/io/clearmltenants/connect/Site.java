package io.clearmltenants.connect;

import java.util.Optional;

/** What kind of installation the user points at. */
public sealed interface Site {

    /**
     * The servers are reached from here as the settings say, and the fileserver's folder is on this
     * host.
     */
    record Local() implements Site {}

    /**
     * Containers of one docker compose project.
     *
     * @param project its name; empty if there is only one with a ClearML server
     */
    record Compose(Optional<String> project) implements Site {}

    /**
     * Pods of one Kubernetes namespace.
     *
     * @param namespace empty means the one of the kubeconfig's context
     * @param release the Helm release; empty if there is only one with a ClearML server
     * @param context of the kubeconfig; empty means its current one
     * @param image with this program, for pods of ours; empty means that it is copied
     * @param inCluster the command is done there, by a Job of that image
     */
    record Kubernetes(
            Optional<String> namespace,
            Optional<String> release,
            Optional<String> context,
            Optional<String> image,
            boolean inCluster)
            implements Site {}

    /**
     * Local, or compose if this host's engine runs one ClearML server and nothing else was said.
     */
    record Unnamed() implements Site {}
}
