package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that is done elsewhere.
 *
 * @param words the command's name, then its options without those that name the site and the state
 *     folder, then what else there is
 * @param variables of its process, by name
 * @param state the state folder here, which the command finds there and which gets what it wrote;
 *     empty for a command that keeps no state
 */
public record Errand(List<Word> words, Map<String, String> variables, Optional<Path> state) {

    /** A word of the command line. */
    public sealed interface Word {

        /** The same there as here. */
        record Plain(String text) implements Word {}

        /**
         * An option's file, which is brought along.
         *
         * @param option its name: "--plan"
         */
        record Brought(String option, Path file) implements Word {}

        /**
         * An option's file that the command writes, which is fetched.
         *
         * @param option its name: "--out"
         */
        record Fetched(String option, Path file) implements Word {}
    }
}
