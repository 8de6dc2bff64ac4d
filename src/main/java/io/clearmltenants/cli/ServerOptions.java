package io.clearmltenants.cli;

import io.clearmltenants.connect.ServerFlags;
import io.clearmltenants.connect.Site;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * Where the servers are; what is not said here comes from the environment, then from the server's
 * own files.
 */
@Singleton
class ServerOptions {
    @Option(
            names = "--mongo",
            paramLabel = "URI",
            description =
                    "Connection string of MongoDB. A server that is not given is taken from the API server's own settings.")
    Optional<String> mongo = Optional.empty();

    @Option(
            names = "--mongo-password-file",
            paramLabel = "FILE",
            description =
                    "File with the password for MongoDB; - to type it. Or set CLEARML_TENANTS_MONGO_PASSWORD.")
    Optional<Path> mongoPasswordFile = Optional.empty();

    @Option(names = "--elastic", paramLabel = "URL", description = "URL of Elasticsearch.")
    Optional<String> elastic = Optional.empty();

    @Option(
            names = "--elastic-password-file",
            paramLabel = "FILE",
            description =
                    "File with the password for Elasticsearch; - to type it. Or set CLEARML_TENANTS_ELASTIC_PASSWORD.")
    Optional<Path> elasticPasswordFile = Optional.empty();

    @Option(names = "--redis", paramLabel = "URL", description = "URL of Redis; rediss:// for TLS.")
    Optional<String> redis = Optional.empty();

    @Option(
            names = "--redis-password-file",
            paramLabel = "FILE",
            description =
                    "File with the password for Redis; - to type it. Or set CLEARML_TENANTS_REDIS_PASSWORD.")
    Optional<Path> redisPasswordFile = Optional.empty();

    @Option(names = "--files", paramLabel = "DIR", description = "Root folder of the fileserver.")
    Optional<Path> files = Optional.empty();

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "PEM file with certificate authorities to trust besides the system's.")
    Optional<Path> caFile = Optional.empty();

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description =
                    "Folder with the API server's configuration files; repeatable, the last one wins.")
    List<Path> configDirs = new ArrayList<>();

    @Option(
            names = "--site",
            paramLabel = "KIND",
            description =
                    "How the installation is reached: ${COMPLETION-CANDIDATES}. Without it: compose if this host runs"
                            + " one ClearML server in containers and nothing else was said, else local.")
    Optional<SiteKind> site = Optional.empty();

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "Project of docker compose; means --site compose.")
    Optional<String> project = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace; means --site kubernetes. Without it: the context's.")
    Optional<String> namespace = Optional.empty();

    @Option(
            names = "--release",
            paramLabel = "NAME",
            description = "Helm release, if a namespace has several; means --site kubernetes.")
    Optional<String> release = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context of the kubeconfig; means --site kubernetes.")
    Optional<String> context = Optional.empty();

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description =
                    "Image with this program, for pods beside the fileserver's volume. Without it: a copy of this program goes"
                            + " there. Means --site kubernetes.")
    Optional<String> image = Optional.empty();

    @Option(
            names = "--in-cluster",
            description =
                    "Run the command in the cluster, as a Job of --image, which continues if this host is switched off;"
                            + " `delete --resume` attaches to it again. Means --site kubernetes.")
    boolean inCluster;

    /** The kinds of sites by their names on the command line. */
    enum SiteKind {
        LOCAL,
        COMPOSE,
        KUBERNETES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Produces
    @Dependent
    Site site() {
        boolean said =
                Stream.of(mongo, elastic, redis, files).anyMatch(Optional::isPresent)
                        || !configDirs.isEmpty();
        return kind().map(this::named)
                .orElseGet(() -> said ? new Site.Local() : new Site.Unnamed());
    }

    /** The kind that was named, or that other options are for. */
    private Optional<SiteKind> kind() {
        boolean kubernetes =
                inCluster
                        || Stream.of(namespace, release, context, image)
                                .anyMatch(Optional::isPresent);
        Set<SiteKind> kinds = EnumSet.noneOf(SiteKind.class);
        site.ifPresent(kinds::add);
        project.ifPresent(name -> kinds.add(SiteKind.COMPOSE));
        if (kubernetes) {
            kinds.add(SiteKind.KUBERNETES);
        }
        if (kinds.size() > 1) {
            throw new WrongUsage(
                    "--project goes with --site compose; --namespace, --release, --context, --image and --in-cluster go with --site kubernetes.");
        }
        return kinds.stream().findFirst();
    }

    private Site named(SiteKind kind) {
        return switch (kind) {
            case LOCAL -> new Site.Local();
            case COMPOSE -> new Site.Compose(project);
            case KUBERNETES -> new Site.Kubernetes(namespace, release, context, image, inCluster);
        };
    }

    @Produces
    @Dependent
    ServerFlags flags() {
        return new ServerFlags(
                mongo,
                mongoPasswordFile,
                elastic,
                elasticPasswordFile,
                redis,
                redisPasswordFile,
                files,
                caFile,
                List.copyOf(configDirs));
    }
}
