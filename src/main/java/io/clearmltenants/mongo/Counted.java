package io.clearmltenants.mongo;

/** A number with its noun. */
final class Counted {
    private Counted() {}

    /** "1 task", "3 tasks". */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
