package io.clearmltenants.mongo;

import java.util.Comparator;
import java.util.Set;

/**
 * Where a URL of a task or model points (schemes: SDK storage/helper.py;
 * A/bll/task/task_cleanup.py:157-221).
 *
 * @param kind whose it is
 * @param name the bucket, host or nothing
 */
record UrlPlace(Kind kind, String name) implements Comparable<UrlPlace> {

    /** Kinds of places. */
    enum Kind {
        FILESERVER,
        EXTERNAL,
        CLIENT
    }

    /**
     * @param fileHosts URL prefixes that mean the fileserver
     */
    static UrlPlace of(String url, Set<String> fileHosts) {
        if (fileHosts.stream().anyMatch(host -> url.equals(host) || url.startsWith(host + "/"))) {
            return new UrlPlace(Kind.FILESERVER, "");
        }
        int scheme = url.indexOf("://");
        if (scheme < 0 || url.startsWith("file:")) {
            return new UrlPlace(Kind.CLIENT, "");
        }
        int path = url.indexOf('/', scheme + 3);
        return new UrlPlace(Kind.EXTERNAL, path < 0 ? url : url.substring(0, path));
    }

    /**
     * @param count how many URLs, with the noun
     */
    String sentence(String count) {
        return switch (kind) {
            case FILESERVER ->
                    count
                            + " of the tenant, pointing to the fileserver: what they name goes or stays with the files there.";
            case EXTERNAL ->
                    count
                            + " of the tenant, pointing to "
                            + name
                            + ", which is not the fileserver: what is there is not erased.";
            case CLIENT ->
                    count
                            + " of the tenant, pointing to files on users' own machines, which are not erased.";
        };
    }

    @Override
    public int compareTo(UrlPlace other) {
        return Comparator.comparing(UrlPlace::kind)
                .thenComparing(UrlPlace::name)
                .compare(this, other);
    }
}
