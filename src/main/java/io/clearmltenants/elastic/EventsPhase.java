package io.clearmltenants.elastic;

import io.clearmltenants.phase.PhaseName;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Logs, plots, images and scalars of the tenant's tasks and models
 * (A/bll/event/event_common.py:15-21).
 */
@Singleton
class EventsPhase extends IndexPhase {

    EventsPhase(ElasticClusters clusters, Indices indices) {
        super(clusters, indices);
    }

    @Override
    public PhaseName name() {
        return PhaseName.EVENTS;
    }

    @Override
    Optional<String> family(IndexNames names, String index) {
        return names.eventsFamily(index);
    }

    @Override
    String why() {
        return "logs, plots, images and scalars of its tasks and models";
    }
}
