package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** One kind of place where a tenant's data lives. */
@RegisterForReflection
public enum Store {
    FILES,
    MONGO,
    ELASTIC,
    REDIS;

    /** The option that leaves it out. */
    public String withoutFlag() {
        return "--without " + label();
    }

    /** The name that users type and read. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
