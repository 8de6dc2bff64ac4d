package io.clearmltenants.guard;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All guards; every one is asked, so that a user learns all objections at once. */
@ApplicationScoped
public class Guards {
    private final List<Guard> guards;

    Guards(@All List<Guard> guards) {
        this.guards = guards;
    }

    /**
     * @throws Refused with one sentence for each guard that objects
     */
    public void check(Situation situation) {
        List<String> refusals =
                guards.stream()
                        .map(guard -> guard.refuse(situation))
                        .flatMap(Optional::stream)
                        .toList();
        if (!refusals.isEmpty()) {
            throw new Refused(String.join("\n", refusals));
        }
    }
}
