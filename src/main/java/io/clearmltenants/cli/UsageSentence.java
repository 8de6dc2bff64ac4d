package io.clearmltenants.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, and what was probably meant. Of words that nothing takes only
 * the first is repeated, and no value: a password may follow a mistyped option.
 */
record UsageSentence(ParameterException failure) {

    /** Without the program's name. */
    List<String> lines() {
        return Stream.concat(sentence().lines(), suggestion().stream()).toList();
    }

    private String sentence() {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return failure.getMessage();
        }
        String word = unmatched.getUnmatched().getFirst().replaceFirst("=.*", "");
        if (unmatched.isUnknownOption()) {
            return "Unknown option: '%s'".formatted(word);
        }
        return unmatched.getCommandLine().getSubcommands().isEmpty()
                ? "'%s' is one argument too many.".formatted(word)
                : "'%s' is not a command.".formatted(word);
    }

    private Optional<String> suggestion() {
        return Stream.of(failure)
                .filter(UnmatchedArgumentException.class::isInstance)
                .flatMap(
                        unmatched ->
                                ((UnmatchedArgumentException) unmatched).getSuggestions().stream())
                .findFirst()
                .map("Did you mean '%s'?"::formatted);
    }
}
