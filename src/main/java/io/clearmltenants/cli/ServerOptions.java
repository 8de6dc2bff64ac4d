package io.clearmltenants.cli;

import io.clearmltenants.connect.ServerFlags;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                    "MongoDB connection string. Without it: the variables and files that the API server reads.")
    Optional<String> mongo = Optional.empty();

    @Option(
            names = "--mongo-password-file",
            paramLabel = "FILE",
            description =
                    "File with MongoDB's password, - to type it; or the variable CLEARML_TENANTS_MONGO_PASSWORD.")
    Optional<Path> mongoPasswordFile = Optional.empty();

    @Option(
            names = "--elastic",
            paramLabel = "URL",
            description = "URL of Elasticsearch, for all clusters.")
    Optional<String> elastic = Optional.empty();

    @Option(
            names = "--elastic-password-file",
            paramLabel = "FILE",
            description =
                    "File with Elasticsearch's password, - to type it; or the variable CLEARML_TENANTS_ELASTIC_PASSWORD.")
    Optional<Path> elasticPasswordFile = Optional.empty();

    @Option(
            names = "--redis",
            paramLabel = "URL",
            description =
                    "URL of Redis (redis://host:port, rediss:// with TLS), for all databases.")
    Optional<String> redis = Optional.empty();

    @Option(
            names = "--redis-password-file",
            paramLabel = "FILE",
            description =
                    "File with Redis's password, - to type it; or the variable CLEARML_TENANTS_REDIS_PASSWORD.")
    Optional<Path> redisPasswordFile = Optional.empty();

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "Root folder of the fileserver on this host.")
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
                    "Folder with the API server's configuration files; repeatable, later ones win.")
    List<Path> configDirs = new ArrayList<>();

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
