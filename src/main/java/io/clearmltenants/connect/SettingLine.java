package io.clearmltenants.connect;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One setting for people.
 *
 * @param what what it says
 * @param value its value, never a secret
 * @param origin who said so, in words
 */
@RegisterForReflection
public record SettingLine(String what, String value, String origin) {}
