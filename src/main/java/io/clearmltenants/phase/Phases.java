package io.clearmltenants.phase;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All phases in the order in which {@link PhaseName} lists them. */
@ApplicationScoped
public class Phases {
    private final List<Phase> phases;

    Phases(@All List<Phase> phases) {
        this.phases = phases.stream().sorted(Comparator.comparing(Phase::name)).toList();
    }

    /** The phases of a scope, in order. */
    public Stream<Phase> in(Scope scope) {
        return phases.stream().filter(phase -> scope.covers(phase.name()));
    }

    /** The phase with this name. */
    public Phase named(PhaseName name) {
        return phases.stream().filter(phase -> phase.name() == name).findFirst().orElseThrow();
    }
}
