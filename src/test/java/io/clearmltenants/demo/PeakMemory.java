package io.clearmltenants.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The most memory that a process has had.
 *
 * @param kibibytes empty where the system does not tell
 */
record PeakMemory(Optional<Long> kibibytes) {
    static final PeakMemory UNKNOWN = new PeakMemory(Optional.empty());
    private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /** What Linux tells of a process now, or what was known before where it tells nothing. */
    PeakMemory orLater(Process process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.map(HIGH_WATER::matcher)
                    .filter(Matcher::matches)
                    .findFirst()
                    .map(match -> new PeakMemory(Optional.of(Long.valueOf(match.group(1)))))
                    .orElse(this);
        } catch (IOException endedOrNotLinux) {
            return this;
        }
    }

    /** For example "123 MB". */
    @Override
    public String toString() {
        return kibibytes.map(size -> size * 1024 / 1_000_000 + " MB").orElse("unknown");
    }
}
