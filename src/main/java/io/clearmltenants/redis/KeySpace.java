package io.clearmltenants.redis;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * One logical Redis database: a numbered database of one server, or the whole of a cluster.
 *
 * @param alias its name in the server's configuration ("apiserver", "workers", "fileserver")
 * @param label its name for people
 * @param place the same for aliases that mean the same database
 * @param client speaks to it
 */
record KeySpace(String alias, String label, String place, UnifiedJedis client) {

    /**
     * Every server that holds a part of the keys; each is opened when the stream comes to it and
     * closed when the stream of its elements ends.
     */
    <T> Stream<T> overNodes(Function<Node, Stream<T>> elements) {
        return openers()
                .flatMap(
                        opener -> {
                            Node node = open(opener);
                            return elements.apply(node).onClose(node::close);
                        });
    }

    /** Visits every server that holds a part of the keys. */
    void eachNode(Consumer<Node> visitor) {
        openers()
                .forEach(
                        opener -> {
                            try (Node node = open(opener)) {
                                visitor.accept(node);
                            }
                        });
    }

    /** The server that holds a key; the caller closes it. */
    Node nodeOf(String name) {
        return open(
                () ->
                        client instanceof JedisCluster cluster
                                ? pipeline(cluster, JedisClusterCRC16.getSlot(name))
                                : (Pipeline) client.pipelined());
    }

    /** True if keys are spread over servers, so that one command cannot name several of them. */
    boolean isCluster() {
        return client instanceof JedisCluster;
    }

    /**
     * Removes exactly these keys, without making the server wait for their memory.
     *
     * @return how many there were
     */
    long unlink(List<String> names) {
        return RedisFailures.translated(
                label,
                () -> {
                    try {
                        return remove(names, client::unlink, client::unlink);
                    } catch (JedisDataException failure) {
                        if (!RedisFailures.isUnknownCommand(failure)) {
                            throw failure;
                        }
                        return remove(names, client::del, client::del);
                    }
                });
    }

    private long remove(
            List<String> names, Function<String, Long> one, Function<String[], Long> many) {
        return isCluster()
                ? names.stream().mapToLong(one::apply).sum()
                : many.apply(names.toArray(String[]::new));
    }

    private Node open(Supplier<Pipeline> opener) {
        return new Node(label, RedisFailures.translated(label, opener));
    }

    private Stream<Supplier<Pipeline>> openers() {
        if (client instanceof JedisCluster cluster) {
            return RedisFailures.translated(label, () -> ClusterSlots.firstOfEachPrimary(cluster))
                    .stream()
                    .map(slot -> () -> pipeline(cluster, slot));
        }
        return Stream.of(() -> (Pipeline) client.pipelined());
    }

    private static Pipeline pipeline(JedisCluster cluster, int slot) {
        return new Pipeline(cluster.getConnectionFromSlot(slot), true);
    }
}
