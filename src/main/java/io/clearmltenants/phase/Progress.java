package io.clearmltenants.phase;

/** Hears of each step that an operation has completed. */
@FunctionalInterface
interface Progress {
    void made();
}
