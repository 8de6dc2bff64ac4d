package io.clearmltenants.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Refuses what the parser takes and no command can mean, before anything is asked or opened: empty
 * values, and options that another one would silently ignore.
 */
record UsageCheck(ParseResult command) {
    private static final String RESUME = "--resume";
    private static final String IDS = "--ids";
    private static final String NAME = "--name";

    /** A run that is resumed has its tenant, its plan and its phases already. */
    private static final Set<String> SETTLED_BY_RUN =
            Set.of(
                    IDS,
                    "--names-from",
                    "--plan",
                    "--accept-drift",
                    "--only",
                    "--keep-users",
                    "--orphans",
                    "--without",
                    "--unknown-collections");

    /** An option and the one without which it has no meaning. */
    private record Need(String option, String other) {}

    private static final List<Need> NEEDS =
            List.of(new Need("--names-from", IDS), new Need("--accept-drift", "--plan"));

    /**
     * @throws ParameterException if the command line makes no sense
     */
    void check() {
        command.matchedOptions().forEach(this::checkValues);
        checkWords();
        checkResume();
        checkNeeds();
        if (values(NAME).size() > 1 && !command.hasMatchedOption(IDS)) {
            throw wrong("--name is given twice, and only --ids takes several; give one.");
        }
        if (command.hasMatchedOption("--format") && command.hasMatchedOption("--json")) {
            throw wrong("--json means --format json; give one of the two.");
        }
    }

    private void checkValues(OptionSpec option) {
        for (String value : option.stringValues()) {
            if (value.isBlank() && !mayBeEmpty(option)) {
                throw wrong(
                        "%s has an empty value; give a %s, or leave the option out."
                                .formatted(option.longestName(), option.paramLabel()));
            }
        }
    }

    /** Other programs read such a word as a file of arguments; here it would pass for an id. */
    private void checkWords() {
        command.matchedPositionals().stream()
                .flatMap(words -> words.stringValues().stream())
                .filter(word -> word.startsWith("@"))
                .findFirst()
                .ifPresent(
                        word -> {
                            throw wrong(
                                    "'%s': files of arguments are not read; give the words themselves."
                                            .formatted(word));
                        });
    }

    /** True if the value may be left out, and then nothing stands for it. */
    private static boolean mayBeEmpty(OptionSpec option) {
        return option.arity().min() == 0 && option.fallbackValue().isEmpty();
    }

    private void checkResume() {
        if (!command.hasMatchedOption(RESUME)) {
            return;
        }
        SETTLED_BY_RUN.stream()
                .filter(command::hasMatchedOption)
                .sorted()
                .findFirst()
                .ifPresent(
                        option -> {
                            throw wrong(
                                    "--resume resumes a run as it was begun; leave %s out."
                                            .formatted(option));
                        });
        boolean named = !values(RESUME).contains(DeleteCommand.LATEST);
        if (named && !command.matchedPositionals().isEmpty()) {
            throw wrong("--resume %s says which run; leave the id out.".formatted(run()));
        }
    }

    private String run() {
        return String.join(" ", values(RESUME));
    }

    private void checkNeeds() {
        for (Need need : NEEDS) {
            if (command.hasMatchedOption(need.option())
                    && !command.hasMatchedOption(need.other())) {
                throw wrong("%s needs %s.".formatted(need.option(), need.other()));
            }
        }
    }

    private List<String> values(String name) {
        return command.hasMatchedOption(name)
                ? command.matchedOption(name).stringValues()
                : List.of();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandSpec().commandLine(), sentence);
    }
}
