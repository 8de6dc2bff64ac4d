package io.clearmltenants.phase;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The phases that a run covers.
 *
 * @param phases which of them, at least one
 * @param leftOut stores that belong to the run but that the user leaves out by name: what is there
 *     is kept, and the run's outcome says so
 */
public record Scope(Set<PhaseName> phases, Set<Store> leftOut) {
    private static final Set<PhaseName> WITH_USERS =
            EnumSet.of(
                    PhaseName.FREEZE,
                    PhaseName.FOREIGN_CREDENTIALS,
                    PhaseName.USERS,
                    PhaseName.COMPANY);

    /** These phases; nothing was left out by name. */
    public Scope(Set<PhaseName> phases) {
        this(phases, Set.of());
    }

    /** All phases. */
    public static Scope all() {
        return new Scope(EnumSet.allOf(PhaseName.class));
    }

    /** The phases of these stores alone; all if none is named. */
    public static Scope only(Set<Store> stores) {
        return stores.isEmpty()
                ? all()
                : new Scope(
                        EnumSet.allOf(PhaseName.class).stream()
                                .filter(phase -> stores.contains(phase.store()))
                                .collect(Collectors.toSet()));
    }

    /** All phases but those of these stores, which are kept knowingly. */
    public static Scope without(Set<Store> stores) {
        return new Scope(
                EnumSet.allOf(PhaseName.class).stream()
                        .filter(phase -> !stores.contains(phase.store()))
                        .collect(Collectors.toSet()),
                Set.copyOf(stores));
    }

    /** The same without what touches users, their credentials and the company. */
    public Scope keepingUsers() {
        return new Scope(
                phases.stream()
                        .filter(phase -> !WITH_USERS.contains(phase))
                        .collect(Collectors.toSet()),
                leftOut);
    }

    /** True if the phase is part of the run. */
    public boolean covers(PhaseName phase) {
        return phases.contains(phase);
    }

    /** True if a phase of the store is part of the run. */
    public boolean covers(Store store) {
        return phases.stream().anyMatch(phase -> phase.store() == store);
    }

    /**
     * What is covered, in the words that users read: a store's name if all of it is, else the names
     * of its phases; empty if nothing is left out.
     */
    public List<String> labels() {
        return complete()
                ? List.of()
                : Arrays.stream(Store.values()).flatMap(this::labels).toList();
    }

    private Stream<String> labels(Store store) {
        List<PhaseName> all =
                Arrays.stream(PhaseName.values()).filter(phase -> phase.store() == store).toList();
        return phases.containsAll(all)
                ? Stream.of(store.label())
                : all.stream().filter(phases::contains).map(PhaseName::label);
    }

    /** True if every store but these is part of the run. */
    public boolean reachesAllBut(Set<Store> stores) {
        return Arrays.stream(Store.values())
                .allMatch(store -> stores.contains(store) || covers(store));
    }

    /** True if nothing is left out. */
    public boolean complete() {
        return phases.containsAll(EnumSet.allOf(PhaseName.class));
    }
}
