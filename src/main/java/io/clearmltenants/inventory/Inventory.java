package io.clearmltenants.inventory;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Phases;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.tenant.Target;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a tenant owns, and what a person should know about it; a place that cannot be
 * listed fails the run.
 */
@ApplicationScoped
public class Inventory {
    private final Phases phases;
    private final List<Observer> observers;
    private final List<Probe> probes;

    Inventory(Phases phases, @All List<Observer> observers, @All List<Probe> probes) {
        this.phases = phases;
        this.observers = observers.stream().sorted(Comparator.comparing(Observer::store)).toList();
        this.probes = probes.stream().sorted(Comparator.comparing(Probe::store)).toList();
    }

    /** What is there, in phase order. */
    public List<Item> items(Target target, Scope scope) {
        return phases.in(scope)
                .flatMap(
                        phase -> {
                            try (Stream<Item> items = phase.find(target)) {
                                return items.toList().stream();
                            }
                        })
                .toList();
    }

    /** What no phase erases, but a person should know. */
    public List<Finding> findings(Target target, Scope scope) {
        return observers.stream()
                .filter(observer -> scope.covers(observer.store()))
                .flatMap(
                        observer -> {
                            try (Stream<Finding> findings = observer.observe(target)) {
                                return findings.toList().stream();
                            }
                        })
                .toList();
    }

    /** The servers that the scope touches; MongoDB always, since it says who the tenant is. */
    public List<ServerState> servers(Scope scope) {
        return probes.stream()
                .filter(
                        probe ->
                                probe.store() == io.clearmltenants.phase.Store.MONGO
                                        || scope.covers(probe.store()))
                .flatMap(Probe::probe)
                .toList();
    }
}
