package io.clearmltenants.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** What the user may do in Redis; the server tries each command without running it. */
record RedisRights(UnifiedJedis redis) {
    /** Each command that we send, with as many arguments as it needs. */
    private static final List<List<String>> NEEDED =
            List.of(
                    List.of("scan", "0"),
                    List.of("type", "key"),
                    List.of("get", "key"),
                    List.of("time"),
                    List.of("zrange", "key", "0", "1"),
                    List.of("zrangebyscore", "key", "0", "1"),
                    List.of("unlink", "key"));

    /** One sentence for a person; {@code login} is whether we give a password. */
    String sentence(boolean login) {
        if (!login) {
            return "access is not controlled";
        }
        try {
            String user = text(redis.sendCommand(Protocol.Command.ACL, "WHOAMI"));
            List<String> missing =
                    NEEDED.stream()
                            .filter(command -> !allowed(user, command))
                            .map(List::getFirst)
                            .toList();
            return missing.isEmpty()
                    ? "this user may read and erase"
                    : "this user may not erase: it lacks "
                            + String.join(", ", missing)
                            + " on all keys";
        } catch (JedisDataException refused) {
            // Before Redis 7, and for a user who may not ask, there is no answer.
            return "the server does not tell what this user may do";
        }
    }

    private boolean allowed(String user, List<String> command) {
        List<String> arguments = new ArrayList<>(List.of("DRYRUN", user));
        arguments.addAll(command);
        String[] words = arguments.toArray(String[]::new);
        return text(redis.sendCommand(Protocol.Command.ACL, words)).equals("OK");
    }

    private static String text(Object answer) {
        return new String((byte[]) answer, StandardCharsets.UTF_8);
    }
}
