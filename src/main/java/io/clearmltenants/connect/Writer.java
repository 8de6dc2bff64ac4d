package io.clearmltenants.connect;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A part of an installation that could write for a tenant, as it is before it is stopped.
 *
 * @param name what the user calls it: "apiserver", "async_delete"
 * @param id what its engine or cluster calls it
 * @param place the engine or cluster, so that no other one is told to start it
 * @param before what brings it back as it was: "running", or a number of replicas
 * @param label for people: "container clearml-apiserver"
 */
@RegisterForReflection
public record Writer(String name, String id, String place, String before, String label) {}
