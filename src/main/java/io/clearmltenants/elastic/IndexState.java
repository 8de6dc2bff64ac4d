package io.clearmltenants.elastic;

import java.util.Set;

/**
 * One index as the cluster lists it.
 *
 * @param cluster uuid of its cluster
 * @param name its real name, never an alias
 * @param uuid changes when an index of this name is made anew
 * @param documents number of documents; 0 where the index is closed
 * @param bytes size on disk; 0 where the index is closed
 * @param open false where it is closed
 * @param aliases other names of it
 */
record IndexState(
        String cluster,
        String name,
        String uuid,
        long documents,
        long bytes,
        boolean open,
        Set<String> aliases) {}
