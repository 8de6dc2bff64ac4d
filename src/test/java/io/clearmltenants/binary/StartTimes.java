package io.clearmltenants.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times of whole runs, taken by a shell, whose own share is small and steady. The commands run in
 * turn, so that a machine that is busy for a while is busy for all of them.
 */
final class StartTimes {
    private static final int RUNS = 20;
    private static final String SCRIPT =
            """
            for run in $(seq %d); do
              for command in "$@"; do
                start=$EPOCHREALTIME
                $command > /dev/null || exit 1
                end=$EPOCHREALTIME
                echo -n "$((${end/[.,]/} - ${start/[.,]/})) "
              done
              echo
            done
            """
                    .formatted(RUNS);

    private StartTimes() {}

    /** The median of each command's times, in microseconds. */
    static List<Long> medians(String... commands) throws IOException, InterruptedException {
        List<String> bash = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
        bash.addAll(List.of(commands));
        Process process =
                new ProcessBuilder(bash).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<long[]> rows =
                process.inputReader()
                        .lines()
                        .map(
                                line ->
                                        Arrays.stream(line.split(" "))
                                                .mapToLong(Long::parseLong)
                                                .toArray())
                        .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(rows).hasSize(RUNS);
        return IntStream.range(0, commands.length)
                .mapToObj(
                        column ->
                                median(
                                        rows.stream()
                                                .mapToLong(row -> row[column])
                                                .sorted()
                                                .toArray()))
                .toList();
    }

    private static long median(long[] sorted) {
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
