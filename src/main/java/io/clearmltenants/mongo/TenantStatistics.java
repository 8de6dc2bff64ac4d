package io.clearmltenants.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.report.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** How much each tenant has, by one aggregation a collection. */
@ApplicationScoped
public class TenantStatistics {
    private final Databases databases;
    private final Companies companies;

    TenantStatistics(Databases databases, Companies companies) {
        this.databases = databases;
        this.companies = companies;
    }

    /**
     * A row for each company; the last activity is the latest change of a task or model, or the
     * latest new user.
     */
    public List<TenantRow> all() {
        Map<String, String> names = companies.names();
        return MongoFailures.translated(
                () -> {
                    Map<String, Document> users = grouped("user", "created");
                    Map<String, Document> tasks = grouped("task", "last_update");
                    Map<String, Document> models = grouped("model", "last_update");
                    return names.entrySet().stream()
                            .map(
                                    company ->
                                            new TenantRow(
                                                    company.getKey(),
                                                    company.getValue(),
                                                    count(users.get(company.getKey())),
                                                    count(tasks.get(company.getKey())),
                                                    count(models.get(company.getKey())),
                                                    latest(
                                                            company.getKey(),
                                                            List.of(users, tasks, models)),
                                                    Amount.UNKNOWN))
                            .toList();
                });
    }

    private Map<String, Document> grouped(String collection, String time) {
        MongoDatabase backend = databases.backend();
        Map<String, Document> groups = new HashMap<>();
        for (Document group :
                backend.getCollection(collection)
                        .aggregate(
                                List.of(
                                        Aggregates.group(
                                                "$company",
                                                Accumulators.sum("count", 1L),
                                                Accumulators.max("latest", "$" + time))))) {
            groups.put(String.valueOf(group.get("_id")), group);
        }
        return groups;
    }

    private static long count(Document group) {
        return group == null ? 0 : ((Number) group.get("count")).longValue();
    }

    private static Optional<Instant> latest(String company, List<Map<String, Document>> all) {
        return all.stream()
                .map(groups -> groups.get(company))
                .filter(group -> group != null && group.get("latest") instanceof Date)
                .map(group -> group.getDate("latest").toInstant())
                .max(Comparator.naturalOrder());
    }
}
