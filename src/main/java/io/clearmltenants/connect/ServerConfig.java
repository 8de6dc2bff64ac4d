package io.clearmltenants.connect;

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
    }
}
