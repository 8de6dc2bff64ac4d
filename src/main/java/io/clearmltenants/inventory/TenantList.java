package io.clearmltenants.inventory;

import io.clearmltenants.elastic.IndexSizes;
import io.clearmltenants.mongo.TenantStatistics;
import io.clearmltenants.report.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** All tenants with what is cheap to know about each. */
@ApplicationScoped
public class TenantList {
    private final TenantStatistics statistics;
    private final IndexSizes sizes;

    TenantList(TenantStatistics statistics, IndexSizes sizes) {
        this.statistics = statistics;
        this.sizes = sizes;
    }

    /** A row for each; the size is that of its Elasticsearch indices, if these can be asked. */
    public List<TenantRow> all() {
        List<TenantRow> rows = statistics.all();
        Map<String, Long> bytes = sizes.of(rows.stream().map(TenantRow::id).toList());
        return rows.stream()
                .map(
                        row ->
                                new TenantRow(
                                        row.id(),
                                        row.idType(),
                                        row.name(),
                                        row.users(),
                                        row.tasks(),
                                        row.models(),
                                        row.lastActivity(),
                                        bytes.get(row.id())))
                .toList();
    }
}
