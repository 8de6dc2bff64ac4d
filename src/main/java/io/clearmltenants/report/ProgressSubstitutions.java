package io.clearmltenants.report;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * What the native image leaves out of the progress bar: its own view of the terminal, which would
 * bring a terminal library with shared libraries. Our renderer gives the bar a width and a place.
 */
final class ProgressSubstitutions {
    static final int WIDTH = 80;

    private ProgressSubstitutions() {}
}

@TargetClass(className = "me.tongfei.progressbar.TerminalUtils")
final class NoTerminal {
    @Substitute
    static boolean hasCursorMovementSupport() {
        return false;
    }

    @Substitute
    static int getTerminalWidth() {
        return ProgressSubstitutions.WIDTH;
    }

    @Substitute
    static void closeTerminal() {}
}
