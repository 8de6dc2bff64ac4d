package io.clearmltenants.inventory;

import io.clearmltenants.connect.ConfigurationFailure;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.TransientFailure;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Asks every store who it is; one that does not answer does not keep the others from it. */
@ApplicationScoped
public class Consultation {
    private final List<Probe> probes;

    Consultation(@All List<Probe> probes) {
        this.probes = probes.stream().sorted(Comparator.comparing(Probe::store)).toList();
    }

    /** One answer or more for each store. */
    public List<Answer> all() {
        return probes.stream().flatMap(Consultation::ask).toList();
    }

    private static Stream<Answer> ask(Probe probe) {
        try {
            List<Answer> answers =
                    Stream.<Answer>concat(
                                    probe.probe().map(Answer.Found::new),
                                    probe.outOfReach().stream()
                                            .map(why -> new Answer.Failed(probe.store(), why)))
                            .toList();
            return answers.stream();
        } catch (ConfigurationFailure | ConnectFailure | TransientFailure failure) {
            return Stream.of(new Answer.Failed(probe.store(), failure.getMessage()));
        }
    }
}
