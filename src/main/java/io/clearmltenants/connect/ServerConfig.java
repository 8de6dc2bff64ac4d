package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out where everything is, as the API server itself would: flags, then the variables of each
 * service, then variables that replace single settings, then configuration files, then what is
 * built in.
 */
public final class ServerConfig {
    private final ServerFlags flags;
    private final Environment environment;
    private final Reach reach;

    /**
     * @param reach whose variables and files say what the flags do not
     */
    public ServerConfig(ServerFlags flags, Reach reach) {
        this.flags = flags;
        this.environment = new Environment(reach.environment(), reach.owner(), reach.machine());
        this.reach = reach;
    }

    /**
     * Resolves everything; asks no server.
     *
     * @throws ConfigurationFailure if something that was said makes no sense
     */
    public Server resolve() {
        ConfigTree tree = tree();
        MongoSettings mongo = new MongoSettings(tree, environment, flags);
        ElasticSettings elastic = new ElasticSettings(tree, environment, flags);
        RedisSettings redis = new RedisSettings(tree, environment, flags);
        FileSettings files = new FileSettings(tree, environment, flags, reach);
        Optional<Setting<Path>> caFile =
                flags.caFile()
                        .map(file -> new Setting<>(file, Origin.flag("--ca-file")))
                        .or(
                                () ->
                                        mongo.caFile()
                                                .or(elastic::caFile)
                                                .or(redis::caFile)
                                                .map(this::here));
        return new Server(
                mongo.database("backend"),
                mongo.database("auth"),
                elastic.clusters(),
                redis.databases(),
                files.root(),
                files.hosts(),
                caFile,
                new ProtectedCompanies(tree).byId());
    }

    /** What the server's settings name is on its machine, whose root may be a folder here. */
    private Setting<Path> here(Setting<Path> file) {
        if (file.origin().kind() == Origin.Kind.FLAG) {
            return file;
        }
        Path absolute = file.value().toAbsolutePath();
        return new Setting<>(
                reach.machine().resolve(absolute.getRoot().relativize(absolute)), file.origin());
    }

    private ConfigTree tree() {
        ConfigTree builtIn = new ConfigTree(Defaults.tree());
        ConfigTree files =
                ConfigFiles.find(flags.configDirs(), environment, reach.machine()).over(builtIn);
        return new EnvironmentOverrides(environment).over(files);
    }
}
