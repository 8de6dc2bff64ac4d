package io.clearmltenants.connect;

/**
 * Who said what a setting is.
 *
 * @param kind the kind of source
 * @param name its name: the flag, the variable, or file and key
 */
public record Origin(Kind kind, String name) {

    /** Kinds of sources. */
    public enum Kind {
        FLAG,
        ENVIRONMENT,
        FILE,
        DEFAULT
    }

    /** The source in words for a person: "flag --mongo", "variable CLEARML_REDIS_SERVICE_HOST". */
    public String label() {
        return switch (kind) {
            case FLAG -> "flag " + name;
            case ENVIRONMENT -> "variable " + name;
            case FILE -> "file " + name;
            case DEFAULT -> "built-in default";
        };
    }

    static Origin flag(String name) {
        return new Origin(Kind.FLAG, name);
    }

    static Origin variable(String name) {
        return new Origin(Kind.ENVIRONMENT, name);
    }

    /** The same source, changed in part by another. */
    Origin with(Origin addition) {
        return new Origin(kind, name + " with " + addition.name);
    }
}
