package io.clearmltenants.demo;

import io.clearmltenants.fixture.Clients;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import redis.clients.jedis.HostAndPort;

/** The servers of one ClearML installation, empty. */
final class DemoServers implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final MongoServer mongo;
    private final ElasticServer elastic;
    private final RedisServer redis;
    private final Path files;

    private DemoServers(MongoServer mongo, ElasticServer elastic, RedisServer redis, Path files) {
        this.mongo = mongo;
        this.elastic = elastic;
        this.redis = redis;
        this.files = files;
    }

    /**
     * Starts them and prints which they are.
     *
     * @param files the fileserver's root folder, which is there already
     */
    static DemoServers start(Path files) {
        CompletableFuture<ElasticServer> elastic =
                CompletableFuture.supplyAsync(ElasticServer::start);
        MongoServer mongo = MongoServer.start();
        RedisServer redis = RedisServer.start();
        return new DemoServers(mongo, elastic.join(), redis, files);
    }

    /** New clients; the caller closes them. */
    Clients connect() {
        return new Clients(
                mongo.connect(), elastic.connect(), new HostAndPort(HOST, redis.port()), files);
    }

    /** Where they are, in the variables of ClearML's own servers. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("CLEARML_MONGODB_SERVICE_HOST", HOST);
        variables.put("CLEARML_MONGODB_SERVICE_PORT", String.valueOf(mongo.port()));
        variables.put("CLEARML_ELASTIC_SERVICE_HOST", HOST);
        variables.put("CLEARML_ELASTIC_SERVICE_PORT", String.valueOf(elastic.port()));
        variables.put("CLEARML_REDIS_SERVICE_HOST", HOST);
        variables.put("CLEARML_REDIS_SERVICE_PORT", String.valueOf(redis.port()));
        variables.put("CLEARML_UPLOAD_FOLDER", files.toString());
        return variables;
    }

    @Override
    public void close() {
        redis.close();
        elastic.close();
        mongo.close();
    }
}
