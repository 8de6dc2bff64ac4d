package io.clearmltenants.elastic;

import io.clearmltenants.phase.PhaseName;
import jakarta.inject.Singleton;

/** Monthly statistics of the tenant's queues, workers and serving containers. */
@Singleton
class StatisticsPhase extends IndexPhase {

    StatisticsPhase(IndexCatalog indices) {
        super(indices);
    }

    @Override
    public PhaseName name() {
        return PhaseName.STATISTICS;
    }

    @Override
    boolean covers(IndexNames names, String index) {
        return names.statisticsFamily(index).isPresent();
    }

    @Override
    String why() {
        return "monthly statistics of its queues, workers and serving";
    }
}
