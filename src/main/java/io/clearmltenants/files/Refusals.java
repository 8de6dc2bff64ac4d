package io.clearmltenants.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The entries that could not be removed: how many, and the first in words. */
final class Refusals {
    private long count;
    private IOException first;
    private Path firstName;

    synchronized void add(Path name, IOException failure) {
        count++;
        if (first == null) {
            first = failure;
            firstName = name;
        }
    }

    synchronized Optional<IOException> first() {
        return Optional.ofNullable(first);
    }

    /** All of them in one sentence. */
    synchronized String sentence(Path folder) {
        return count
                + (count == 1 ? " entry" : " entries")
                + " below "
                + Sentences.printable(folder)
                + " cannot be removed, the first "
                + Sentences.printable(firstName)
                + ": "
                + Sentences.reason(first)
                + ".";
    }
}
