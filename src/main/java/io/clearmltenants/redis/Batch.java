package io.clearmltenants.redis;

import java.util.List;

/**
 * Some keys that may be the tenant's.
 *
 * @param node the server that holds them
 * @param prefix how their names begin, before the part that tells whose they are
 * @param names the whole names
 */
record Batch(Node node, String prefix, List<String> names) {

    /** What follows the prefix. */
    String rest(String name) {
        return name.substring(prefix.length());
    }
}
