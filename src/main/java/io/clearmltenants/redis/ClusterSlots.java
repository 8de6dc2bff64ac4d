package io.clearmltenants.redis;

import io.clearmltenants.phase.TransientFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.Protocol;

/**
 * Which part of a cluster's keys lies where. The library's own iteration also visits replicas,
 * which lag behind and show every key twice.
 */
final class ClusterSlots {
    private static final int ALL = 16384;

    private ClusterSlots() {}

    /**
     * One hash slot of each primary: the library opens the primary for it.
     *
     * @throws TransientFailure where a slot is served by nobody, so that keys would be overlooked
     */
    static Collection<Integer> firstOfEachPrimary(JedisCluster cluster) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        long served = 0;
        for (Object entry : ranges(cluster)) {
            List<?> range = (List<?>) entry;
            long first = (Long) range.get(0);
            served += (Long) range.get(1) - first + 1;
            slots.putIfAbsent(address((List<?>) range.get(2)), (int) first);
        }
        if (served < ALL) {
            throw new TransientFailure(
                    "The Redis cluster serves only " + served + " of " + ALL + " hash slots.",
                    null);
        }
        return new ArrayList<>(slots.values());
    }

    private static List<Object> ranges(JedisCluster cluster) {
        return cluster.executeCommand(
                new CommandObject<>(
                        new CommandArguments(Protocol.Command.CLUSTER)
                                .add(Protocol.ClusterKeyword.SLOTS),
                        BuilderFactory.RAW_OBJECT_LIST));
    }

    /**
     * Host and port, of which the host is bytes, or nothing where the node does not know its own.
     */
    private static String address(List<?> node) {
        String host =
                node.get(0) instanceof byte[] bytes
                        ? BuilderFactory.STRING.build(bytes)
                        : String.valueOf(node.get(0));
        return host + ":" + node.get(1);
    }
}
