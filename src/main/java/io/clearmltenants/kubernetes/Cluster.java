package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Site;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.URI;
import java.util.Optional;

/**
 * A cluster and one of its namespaces, as the kubeconfig (KUBECONFIG, ~/.kube/config) or the pod's
 * own service account says.
 *
 * @param address the API server's, with a slash at the end
 * @param client lets us in as that user; closed with the cluster
 * @param namespace where the installation is
 */
record Cluster(URI address, HttpClient client, String namespace) implements AutoCloseable {
    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int QUICK_MILLISECONDS = 2_000;
    private static final int TRIES = 5;
    private static final int FIRST_PAUSE_MILLISECONDS = 200;

    /**
     * @throws ConnectFailure where nothing says where a cluster is, or there is no such context
     */
    static Cluster of(Site.Kubernetes site) {
        return of(site, TRIES, CONNECT_MILLISECONDS);
    }

    /** The one that is meant if nothing is said; asked once and quickly. */
    static Cluster current() {
        Site.Kubernetes unsaid =
                new Site.Kubernetes(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return of(unsaid, 0, QUICK_MILLISECONDS);
    }

    private static Cluster of(Site.Kubernetes site, int tries, int connectMilliseconds) {
        new Kubeconfig(System.getenv()).check();
        Config config = config(site.context());
        config.setConnectionTimeout(connectMilliseconds);
        config.getRequestConfig().setRequestRetryBackoffLimit(tries);
        config.getRequestConfig().setRequestRetryBackoffInterval(FIRST_PAUSE_MILLISECONDS);
        // Web sockets are opened by a request of HTTP/1.1, and all else is too little to multiplex.
        config.setHttp2Disable(true);
        String namespace =
                site.namespace()
                        .or(() -> Optional.ofNullable(config.getNamespace()))
                        .orElse("default");
        try {
            return new Cluster(
                    address(config.getMasterUrl()),
                    new JdkHttpClientFactory().newBuilder(config).build(),
                    namespace);
        } catch (KubernetesClientException unusable) {
            throw new ConnectFailure(
                    "The certificates or keys of the kubeconfig cannot be used ("
                            + unusable.getMessage()
                            + "); see that `kubectl get pods` works with it.",
                    unusable);
        }
    }

    /** The same cluster from another namespace's view. */
    Cluster in(String other) {
        return new Cluster(address, client, other);
    }

    @Override
    public void close() {
        client.close();
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new ConnectFailure(
                    "The kubeconfig's server '%s' is not a URL; see that `kubectl config view` shows the right one."
                            .formatted(text),
                    malformed);
        }
    }

    private static Config config(Optional<String> context) {
        Config config = read(context);
        Optional<String> found =
                Optional.ofNullable(config.getCurrentContext()).map(NamedContext::getName);
        // An unknown name would mean the current context: another cluster than the one that was
        // said.
        if (context.isPresent() && !found.equals(context)) {
            throw new ConnectFailure(
                    "The kubeconfig has no context '%s'; `kubectl config get-contexts` shows those that it has."
                            .formatted(context.get()));
        }
        boolean inPod = config.getAutoOAuthToken() != null;
        if (found.isEmpty() && !inPod && System.getenv("KUBERNETES_MASTER") == null) {
            throw new ConnectFailure(
                    "Nothing says which Kubernetes cluster is meant: set KUBECONFIG to a file with a current context, or run in a pod with a service account.");
        }
        return config;
    }

    private static Config read(Optional<String> context) {
        KubeconfigFile.all(System.getenv()).forEach(KubeconfigFile::check);
        try {
            return Config.autoConfigure(context.orElse(null));
        } catch (RuntimeException | LinkageError damaged) {
            // What the client's parsers throw is theirs, and quotes the file, which holds secrets.
            throw new ConnectFailure(
                    "The kubeconfig cannot be read: it is not YAML of that form; see KUBECONFIG or ~/.kube/config, and that `kubectl config view` works with it.",
                    damaged);
        }
    }
}
