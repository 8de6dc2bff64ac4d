package io.clearmltenants.phase;

import java.util.Locale;

/** One kind of place where a tenant's data lives. */
public enum Store {
    FILES,
    MONGO,
    ELASTIC,
    REDIS;

    /** The name that users type and read. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
