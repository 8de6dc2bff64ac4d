package io.clearmltenants.cli;

import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A command line in the words with which the same command is done elsewhere. */
record ErrandWords(ParseResult command) {
    private static final Set<String> SITE =
            Set.of(
                    "--site",
                    "--project",
                    "--namespace",
                    "--release",
                    "--context",
                    "--image",
                    "--in-cluster",
                    "--state-dir");

    /** What has no meaning there, and what the user can do instead. */
    private static final Map<String, String> ONLY_HERE =
            Map.of(
                    "--files",
                    "the command runs beside the servers and finds the fileserver's folder there; leave --files out, or add --site local");

    private static final String OUTPUT = "--out";
    private static final String TYPED = "-";
    private static final Pattern VARIABLES =
            Pattern.compile("CLEARML_TENANTS_.*|NO_COLOR|LC_ALL|LANG");

    /**
     * @throws WrongUsage if an option makes sense only here
     */
    Errand errand(Terminal terminal) {
        List<Word> words = new ArrayList<>();
        words.add(new Word.Plain(command.commandSpec().name()));
        command.matchedOptions().stream()
                .filter(option -> !SITE.contains(option.longestName()))
                .flatMap(this::words)
                .forEach(words::add);
        words.add(new Word.Plain("--"));
        command.matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .map(Word.Plain::new)
                .forEach(words::add);
        return new Errand(words, variables(), state(terminal));
    }

    private Stream<Word> words(OptionSpec option) {
        String name = option.longestName();
        if (ONLY_HERE.containsKey(name)) {
            throw new WrongUsage(name + ": " + ONLY_HERE.get(name) + ".");
        }
        if (option.arity().max() == 0) {
            return Stream.of(new Word.Plain(name));
        }
        if (!isPath(option)) {
            return option.stringValues().stream().map(value -> new Word.Plain(name + "=" + value));
        }
        return option.stringValues().stream().map(value -> file(name, value));
    }

    private static Word file(String option, String value) {
        if (value.equals(TYPED)) {
            throw new WrongUsage(
                    option
                            + " - asks at a terminal, which is not there where the command is done; name a file.");
        }
        return option.equals(OUTPUT)
                ? new Word.Fetched(option, Path.of(value))
                : new Word.Brought(option, Path.of(value));
    }

    private static boolean isPath(OptionSpec option) {
        return option.type() == Path.class
                || Stream.of(option.auxiliaryTypes()).anyMatch(Predicate.isEqual(Path.class));
    }

    private static Map<String, String> variables() {
        return System.getenv().entrySet().stream()
                .filter(variable -> VARIABLES.matcher(variable.getKey()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Path> state(Terminal terminal) {
        return command.commandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(StateOptions.class::isInstance)
                .findFirst()
                .map(options -> ((StateOptions) options).folder(terminal));
    }
}
