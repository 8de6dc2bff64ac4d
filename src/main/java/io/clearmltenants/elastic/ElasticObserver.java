package io.clearmltenants.elastic;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/**
 * Indices whose name holds the tenant's id in a shape that no public source explains: they are kept
 * and shown.
 */
@ApplicationScoped
class ElasticObserver implements Observer {
    private final Indices indices;

    ElasticObserver(Indices indices) {
        this.indices = indices;
    }

    @Override
    public Store store() {
        return Store.ELASTIC;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        UnexplainedNames unexplained = new UnexplainedNames(target);
        return indices.list().stream()
                .filter(index -> unexplained.test(index))
                .map(
                        index ->
                                new Finding.Kept(
                                        Store.ELASTIC,
                                        index.name(),
                                        "its name holds the tenant's id in an unknown shape, or it serves aliases of others too"));
    }
}
