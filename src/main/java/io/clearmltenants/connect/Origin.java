package io.clearmltenants.connect;

import java.util.ArrayList;
import java.util.List;

/**
 * Who said what a setting is.
 *
 * @param kind the kind of source
 * @param name its name: the flag, the variable, file and key, or folder and container
 * @param changes names of other sources that changed parts of it
 */
public record Origin(Kind kind, String name, List<String> changes) {

    /** A source that said all of it. */
    public Origin(Kind kind, String name) {
        this(kind, name, List.of());
    }

    /** Kinds of sources. */
    public enum Kind {
        FLAG,
        ENVIRONMENT,
        FILE,
        MOUNT,
        DEFAULT
    }

    /** The source in words for a person: "flag --mongo", "variable CLEARML_REDIS_SERVICE_HOST". */
    public String label() {
        String source =
                switch (kind) {
                    case FLAG -> "flag " + name;
                    case ENVIRONMENT -> "variable " + name;
                    case FILE -> "file " + name;
                    case MOUNT -> "mount " + name;
                    case DEFAULT -> "built-in default";
                };
        return changes.isEmpty() ? source : source + " with " + String.join(" and ", changes);
    }

    static Origin flag(String name) {
        return new Origin(Kind.FLAG, name);
    }

    static Origin variable(String name) {
        return new Origin(Kind.ENVIRONMENT, name);
    }

    /** The same source, changed in part by another. */
    Origin with(Origin addition) {
        List<String> all = new ArrayList<>(changes);
        all.add(addition.name);
        return new Origin(kind, name, List.copyOf(all));
    }
}
