package io.clearmltenants.verify;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The second look: a tenant's leftovers, found by other queries than those of the phases. */
@ApplicationScoped
public class Verifier {
    private final List<Witness> witnesses;

    Verifier(@All List<Witness> witnesses) {
        this.witnesses = witnesses.stream().sorted(Comparator.comparing(Witness::store)).toList();
    }

    /** What is left within the scope. */
    public List<Leftover> look(Target target, Scope scope) {
        return witnesses.stream()
                .filter(witness -> scope.covers(witness.store()))
                .flatMap(witness -> look(witness, target))
                .filter(leftover -> scope.covers(leftover.phase()))
                .toList();
    }

    /**
     * What is left within the scope, and which stores nobody could look at: one that is out of
     * reach does not hide what the others hold.
     *
     * @throws ConnectFailure if MongoDB is out of reach, since it says who the tenant is
     */
    public Examined examine(Target target, Scope scope) {
        List<Leftover> leftovers = new ArrayList<>();
        List<Finding.Kept> unseen = new ArrayList<>();
        scope.leftOut().stream()
                .sorted()
                .map(store -> Finding.Kept.whole(store, "left out with " + store.withoutFlag()))
                .forEach(unseen::add);
        for (Witness witness : witnesses) {
            if (scope.covers(witness.store())) {
                Examined one = examine(witness, target, scope);
                leftovers.addAll(one.leftovers());
                unseen.addAll(one.unseen());
            }
        }
        return new Examined(leftovers, unseen);
    }

    private static Examined examine(Witness witness, Target target, Scope scope) {
        try {
            return new Examined(
                    look(witness, target)
                            .filter(leftover -> scope.covers(leftover.phase()))
                            .toList(),
                    witness.blind(target).stream()
                            .map(why -> Finding.Kept.whole(witness.store(), why))
                            .toList());
        } catch (ConnectFailure | TransientFailure outOfReach) {
            if (witness.store() == Store.MONGO) {
                throw outOfReach;
            }
            return new Examined(
                    List.of(),
                    List.of(Finding.Kept.whole(witness.store(), outOfReach.getMessage())));
        }
    }

    private static Stream<Leftover> look(Witness witness, Target target) {
        try (Stream<Leftover> leftovers = witness.look(target)) {
            return leftovers.toList().stream();
        }
    }
}
