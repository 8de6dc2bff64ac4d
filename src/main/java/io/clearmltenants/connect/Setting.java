package io.clearmltenants.connect;

/** A value and who said so. */
public record Setting<T>(T value, Origin origin) {}
