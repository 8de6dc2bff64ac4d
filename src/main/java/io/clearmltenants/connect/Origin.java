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
}
