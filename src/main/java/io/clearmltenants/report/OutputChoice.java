package io.clearmltenants.report;

/**
 * How the user wants to be told.
 *
 * @param json JSON lines on standard output
 * @param quiet failures alone
 * @param terminal a person sees standard error
 * @param plain no colours, as {@code NO_COLOR} asks
 */
public record OutputChoice(boolean json, boolean quiet, boolean terminal, boolean plain) {}
