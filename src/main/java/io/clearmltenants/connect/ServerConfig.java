package io.clearmltenants.connect;

<<<<<<< HEAD
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class ServerConfig {
    private ServerConfig() {}

    static Server resolve(ServerFlags flags) {
        Origin flag = new Origin(Origin.Kind.FLAG, "--flag");
        var cluster =
                new Server.ElasticCluster(
                        new Setting<>(
                                List.of(flags.elastic().orElse("http://127.0.0.1:9200")), flag),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        URI r = URI.create(flags.redis().orElse("redis://127.0.0.1:6379"));
        Map<String, Server.RedisDatabase> redis = new java.util.TreeMap<>();
        Map.of("apiserver", 0, "workers", 4, "fileserver", 8)
                .forEach(
                        (alias, db) ->
                                redis.put(
                                        alias,
                                        new Server.RedisDatabase(
                                                new Setting<>(r.getHost(), flag),
                                                r.getPort(),
                                                db,
                                                Optional.empty(),
                                                Optional.empty(),
                                                false,
                                                false)));
        return new Server(
                new Setting<>(flags.mongo().orElse("mongodb://127.0.0.1:27017"), flag),
                new Setting<>(flags.mongo().orElse("mongodb://127.0.0.1:27017"), flag),
                Map.of("events", cluster, "workers", cluster),
                redis,
                flags.files().map(f -> new Setting<>(f, flag)),
                Set.of(),
                Optional.empty(),
                Map.of("d1bd92a3b039400cbafc60a7a5b1e52b", "default company"));
=======
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out where everything is, as the API server itself would: flags, then the variables of each
 * service, then variables that replace single settings, then configuration files, then what is
 * built in.
 */
public final class ServerConfig {
    private final ServerFlags flags;
    private final Environment environment;
    private final Path machine;

    /**
     * @param variables the environment of the process that the server is looked up for
     * @param machine the root folder of the machine, below which the server's usual folders are
     */
    public ServerConfig(ServerFlags flags, Map<String, String> variables, Path machine) {
        this.flags = flags;
        this.environment = new Environment(variables);
        this.machine = machine;
    }

    /**
     * Resolves everything; asks no server.
     *
     * @throws ConnectFailure where something that was said makes no sense
     */
    public Server resolve() {
        ConfigTree tree = tree();
        MongoSettings mongo = new MongoSettings(tree, environment, flags);
        ElasticSettings elastic = new ElasticSettings(tree, environment, flags);
        RedisSettings redis = new RedisSettings(tree, environment, flags);
        FileSettings files = new FileSettings(tree, environment, flags, machine);
        Optional<Path> caFile =
                flags.caFile().or(mongo::caFile).or(elastic::caFile).or(redis::caFile);
        return new Server(
                mongo.database("backend"),
                mongo.database("auth"),
                elastic.clusters(),
                redis.databases(),
                files.root(),
                files.hosts(),
                caFile,
                new ProtectedCompanies(tree).sentences());
    }

    private ConfigTree tree() {
        ConfigTree builtIn = new ConfigTree(Defaults.tree());
        ConfigTree files = ConfigFiles.find(flags.configDirs(), environment, machine).over(builtIn);
        return new EnvironmentOverrides(environment).over(files);
>>>>>>> connect
    }
}
