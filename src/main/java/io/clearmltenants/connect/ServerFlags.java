package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user said about where the servers are; each wins over environment and files.
 *
 * @param mongo MongoDB connection string
 * @param mongoPasswordFile file that holds MongoDB's password
 * @param elastic URL of Elasticsearch
 * @param elasticPasswordFile file that holds its password
 * @param redis URL of Redis
 * @param redisPasswordFile file that holds its password
 * @param files root folder of the fileserver
 * @param caFile PEM file with the certificate authorities to trust besides the system's
 * @param configDirs folders with the API server's configuration files, later ones win
 */
public record ServerFlags(
        Optional<String> mongo,
        Optional<Path> mongoPasswordFile,
        Optional<String> elastic,
        Optional<Path> elasticPasswordFile,
        Optional<String> redis,
        Optional<Path> redisPasswordFile,
        Optional<Path> files,
        Optional<Path> caFile,
        List<Path> configDirs) {}
