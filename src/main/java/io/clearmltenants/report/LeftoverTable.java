package io.clearmltenants.report;

import io.clearmltenants.phase.Leftover;
import java.util.List;

/** What a second look found, as text. */
public final class LeftoverTable {
    static final String NOTHING = "Nothing of the tenant was found.";

    private LeftoverTable() {}

    /** What the certificate says. */
    static String of(Report report) {
        return report.leftovers().isEmpty() ? nothing(report) + "\n" : of(report.leftovers());
    }

    /** What the certificate says if nothing was found. */
    static String nothing(Report report) {
        return report.scope().isEmpty()
                ? NOTHING
                : "Nothing of the tenant was found in "
                        + String.join(", ", report.scope())
                        + "; nobody looked elsewhere.";
    }

    /** A table, or one sentence if nothing is left; ended by a line break. */
    public static String of(List<Leftover> leftovers) {
        if (leftovers.isEmpty()) {
            return NOTHING + "\n";
        }
        return TextTable.of(
                List.of(
                        TextTable.text("Store", 10),
                        TextTable.text("What is left", 90),
                        TextTable.number("Count")),
                leftovers.stream()
                        .map(
                                leftover ->
                                        List.of(
                                                leftover.store().label(),
                                                leftover.locator(),
                                                Words.number(leftover.count())))
                        .toList());
    }
}
