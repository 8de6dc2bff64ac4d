package io.clearmltenants.cli;

import picocli.CommandLine.Option;

/** How a command prints. */
class OutputOptions {
    @Option(
            names = "--json",
            description = "Print JSON, for scripts; each line has a field \"schema\".")
    boolean json;

    @Option(names = "--quiet", description = "Print only the result and failures.")
    boolean quiet;
}
