package io.clearmltenants.redis;

import io.clearmltenants.phase.TransientFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.SafeEncoder;

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
     * @throws TransientFailure if a slot is served by nobody, so that keys would be overlooked
     */
    static Collection<Integer> firstOfEachPrimary(JedisCluster cluster) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        long served = 0;
        for (Object entry : ranges(cluster)) {
            List<?> range = (List<?>) entry;
            long first = (Long) range.get(0);
            served += (Long) range.get(1) - first + 1;
            slots.putIfAbsent(identity((List<?>) range.get(2)), (int) first);
        }
        if (served < ALL) {
            throw new TransientFailure(
                    "The Redis cluster serves only " + served + " of " + ALL + " hash slots.",
                    null);
        }
        return new ArrayList<>(slots.values());
    }

    private static List<Object> ranges(JedisCluster cluster) {
        return BuilderFactory.RAW_OBJECT_LIST.build(
                cluster.sendCommand(Protocol.Command.CLUSTER, "SLOTS"));
    }

    /** Host, port and id: a server may not know its own host, and an old one gives no id. */
    private static String identity(List<?> node) {
        return node.stream()
                .limit(3)
                .map(part -> part instanceof byte[] text ? SafeEncoder.encode(text) : "" + part)
                .collect(Collectors.joining(" "));
    }
}
