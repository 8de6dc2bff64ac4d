package io.clearmltenants.elastic;

import io.clearmltenants.phase.PhaseName;
import jakarta.inject.Singleton;

/**
 * Logs, plots, images and scalars of the tenant's tasks and models
 * (A/bll/event/event_common.py:15-21).
 */
@Singleton
class EventsPhase extends IndexPhase {

    EventsPhase(IndexCatalog indices) {
        super(indices);
    }

    @Override
    public PhaseName name() {
        return PhaseName.EVENTS;
    }

    @Override
    boolean covers(IndexNames names, String index) {
        return names.eventsFamily(index).isPresent();
    }

    @Override
    String why() {
        return "logs, plots, images and scalars of its tasks and models";
    }
}
