package io.clearmltenants.elastic;

import io.clearmltenants.phase.PhaseName;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Monthly statistics of the tenant's queues, workers and serving containers. */
@Singleton
class StatisticsPhase extends IndexPhase {

    StatisticsPhase(ElasticClusters clusters, Indices indices) {
        super(clusters, indices);
    }

    @Override
    public PhaseName name() {
        return PhaseName.STATISTICS;
    }

    @Override
    Optional<String> family(IndexNames names, String index) {
        return names.statisticsFamily(index);
    }

    @Override
    String why() {
        return "monthly statistics of its queues, workers and serving";
    }
}
