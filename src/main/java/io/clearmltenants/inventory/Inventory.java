package io.clearmltenants.inventory;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Phases;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.tenant.Target;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
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

    /** What no phase erases, but a person should know; first the stores that are left out. */
    public List<Finding> findings(Target target, Scope scope) {
        return Stream.concat(
                        scope.leftOut().stream().sorted().map(store -> kept(store, target)),
                        observed(target, scope))
                .toList();
    }

    /** What of all that was kept is still there: a person may have dealt with the rest. */
    public List<Finding.Kept> stillThere(List<Finding.Kept> kept, Target target, Scope scope) {
        if (kept.stream().allMatch(Finding.Kept::everything)) {
            return kept;
        }
        List<Finding> now = findings(target, scope);
        return kept.stream()
                .filter(one -> one.everything() || now.stream().anyMatch(one::isSamePlace))
                .toList();
    }

    private Finding kept(Store store, Target target) {
        Stream<String> seen =
                observers.stream()
                        .filter(observer -> observer.store() == store)
                        .flatMap(observer -> observer.ofLeftOut(target).stream());
        return Finding.Kept.whole(
                store,
                Stream.concat(
                                Stream.of(
                                        "left out with %s, so nothing there is erased"
                                                .formatted(store.withoutFlag())),
                                seen)
                        .collect(Collectors.joining("; ")));
    }

    private Stream<Finding> observed(Target target, Scope scope) {
        return observers.stream()
                .filter(observer -> scope.covers(observer.store()))
                .flatMap(
                        observer -> {
                            try (Stream<Finding> findings = observer.observe(target)) {
                                return findings.toList().stream();
                            }
                        });
    }

    /**
     * The servers that the scope touches; MongoDB always, since it says who the tenant is.
     *
     * @throws ConnectFailure if one is out of reach, with how to leave it out
     */
    public List<ServerState> servers(Scope scope) {
        return probes.stream()
                .filter(probe -> probe.store() == Store.MONGO || scope.covers(probe.store()))
                .flatMap(probe -> states(probe, scope))
                .toList();
    }

    private static Stream<ServerState> states(Probe probe, Scope scope) {
        try {
            return probe.probe().toList().stream();
        } catch (ConnectFailure | TransientFailure outOfReach) {
            if (probe.store() == Store.MONGO || !scope.reachesAllBut(scope.leftOut())) {
                throw outOfReach;
            }
            throw new ConnectFailure(
                    "%s Or leave it out with %s: what is there is kept then, and the report says so."
                            .formatted(sentence(outOfReach), probe.store().withoutFlag()),
                    outOfReach);
        }
    }

    private static String sentence(RuntimeException failure) {
        String text = failure.getMessage();
        return text.endsWith(".") ? text : text + ".";
    }
}
