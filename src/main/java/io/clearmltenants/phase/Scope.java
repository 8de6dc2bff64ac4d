package io.clearmltenants.phase;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The phases that a run covers.
 *
 * @param phases which of them, at least one
 */
public record Scope(Set<PhaseName> phases) {
    private static final Set<PhaseName> WITH_USERS =
            EnumSet.of(
                    PhaseName.FREEZE,
                    PhaseName.FOREIGN_CREDENTIALS,
                    PhaseName.USERS,
                    PhaseName.COMPANY);

    /** All phases. */
    public static Scope all() {
        return new Scope(EnumSet.allOf(PhaseName.class));
    }

    /** The phases of these stores alone; all where none is named. */
    public static Scope only(Set<Store> stores) {
        return stores.isEmpty()
                ? all()
                : new Scope(
                        EnumSet.allOf(PhaseName.class).stream()
                                .filter(phase -> stores.contains(phase.store()))
                                .collect(Collectors.toSet()));
    }

    /** The same without what touches users, their credentials and the company. */
    public Scope keepingUsers() {
        return new Scope(
                phases.stream()
                        .filter(phase -> !WITH_USERS.contains(phase))
                        .collect(Collectors.toSet()));
    }

    /** True where the phase is part of the run. */
    public boolean covers(PhaseName phase) {
        return phases.contains(phase);
    }

    /** True where a phase of the store is part of the run. */
    public boolean covers(Store store) {
        return phases.stream().anyMatch(phase -> phase.store() == store);
    }

    /** True where nothing is left out. */
    public boolean complete() {
        return phases.containsAll(EnumSet.allOf(PhaseName.class));
    }
}
