package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of one ClearML installation are, and who said so.
 *
 * @param mongoBackend connection string of the database "backend"; its path names the database
 * @param mongoAuth connection string of the database "auth"; its path names the database
 * @param elastic Elasticsearch clusters by their name in the configuration ("events", "workers");
 *     several names may mean one cluster
 * @param redis Redis databases by their alias in the configuration ("apiserver", "workers",
 *     "fileserver")
 * @param files root folder of the fileserver; empty if this host does not have it
 * @param fileHosts URL prefixes that mean the fileserver, each with who said so
 * @param caFile PEM file with certificate authorities to trust besides the system's
 * @param protectedCompanies companies that the configuration names (default, guest, fixed users'),
 *     by their id; the server re-creates them, so they must not be deleted
 */
public record Server(
        Setting<String> mongoBackend,
        Setting<String> mongoAuth,
        Map<String, ElasticCluster> elastic,
        Map<String, RedisDatabase> redis,
        Optional<Setting<Path>> files,
        Map<String, Origin> fileHosts,
        Optional<Setting<Path>> caFile,
        Map<String, ProtectedCompany> protectedCompanies) {

    /**
     * One Elasticsearch cluster.
     *
     * @param hosts URLs of its nodes, without credentials
     * @param user empty if access is not controlled
     * @param password never printed
     * @param verifyCertificates false if the configuration says {@code verify_certs: false}
     */
    public record ElasticCluster(
            Setting<List<String>> hosts,
            Optional<Setting<String>> user,
            Optional<Setting<Secret>> password,
            boolean verifyCertificates) {}

    /**
     * One logical Redis database.
     *
     * @param host name or address; its origin also says who named the port
     * @param database number; 0 in cluster mode
     * @param cluster true if the configuration says {@code cluster: true}: then there is one key
     *     space
     */
    public record RedisDatabase(
            Setting<String> host,
            int port,
            int database,
            Optional<Setting<String>> user,
            Optional<Setting<Secret>> password,
            boolean tls,
            boolean cluster) {}
}
