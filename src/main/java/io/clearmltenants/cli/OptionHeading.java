package io.clearmltenants.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A heading in the help of a command, and the options below it, the most used first. */
record OptionHeading(String title, List<String> names) {
    private static final List<OptionHeading> ALL =
            List.of(
                    new OptionHeading(
                            "What",
                            List.of(
                                    "--id",
                                    "--name",
                                    "--resume",
                                    "--plan",
                                    "--ids",
                                    "--names-from",
                                    "--only",
                                    "--without",
                                    "--keep-users",
                                    "--delete-user",
                                    "--delete-company",
                                    "--orphans",
                                    "--unknown-collections")),
                    new OptionHeading(
                            "Servers",
                            List.of(
                                    "--mongo",
                                    "--elastic",
                                    "--redis",
                                    "--files",
                                    "--config-dir",
                                    "--mongo-password-file",
                                    "--elastic-password-file",
                                    "--redis-password-file",
                                    "--ca-file")),
                    new OptionHeading(
                            "Where it runs",
                            List.of(
                                    "--site",
                                    "--project",
                                    "--namespace",
                                    "--release",
                                    "--context",
                                    "--image",
                                    "--in-cluster")),
                    new OptionHeading(
                            "Safety",
                            List.of(
                                    "--yes",
                                    "--with-live-agents",
                                    "--accept-drift",
                                    "--wait",
                                    "--retry")),
                    new OptionHeading(
                            "Output",
                            List.of("--json", "--format", "--out", "--quiet", "--state-dir")),
                    new OptionHeading("Help", List.of("--help", "--version")));

    /** The headings, in the order of the help. */
    static Stream<OptionHeading> all() {
        return ALL.stream();
    }

    /** The command's options that stand below this heading, in its order. */
    List<OptionSpec> options(CommandSpec command) {
        return names.stream()
                .map(command::findOption)
                .flatMap(option -> Optional.ofNullable(option).stream())
                .filter(option -> !option.hidden())
                .toList();
    }
}
