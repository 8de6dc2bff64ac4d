package io.clearmltenants.phase;

/** Says whether the user has asked to stop. */
@FunctionalInterface
public interface StopRequest {
    boolean made();
}
