package io.clearmltenants.elastic;

import java.util.Set;

/**
 * One index as the cluster lists it.
 *
 * @param cluster uuid of its cluster
 * @param name its real name, never an alias
 * @param uuid changes when an index of this name is made anew
 * @param bytes size on disk; 0 if the index is closed
 * @param aliases other names of it
 */
record IndexState(String cluster, String name, String uuid, long bytes, Set<String> aliases) {}
