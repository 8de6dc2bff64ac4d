package io.clearmltenants.verify;

import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The second look: what is left of a tenant, asked by other routes than the phases use. */
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

    private static Stream<Leftover> look(Witness witness, Target target) {
        try (Stream<Leftover> leftovers = witness.look(target)) {
            return leftovers.toList().stream();
        }
    }
}
