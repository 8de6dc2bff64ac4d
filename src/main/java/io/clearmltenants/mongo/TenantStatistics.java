package io.clearmltenants.mongo;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.report.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;

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
        List<Company> all = companies.all();
        return MongoFailures.translated(
                () -> {
                    Map<BsonValue, BsonDocument> users = grouped(KnownCollection.USER, "created");
                    Map<BsonValue, BsonDocument> tasks =
                            grouped(KnownCollection.TASK, "last_update");
                    Map<BsonValue, BsonDocument> models =
                            grouped(KnownCollection.MODEL, "last_update");
                    return all.stream().map(company -> row(company, users, tasks, models)).toList();
                });
    }

    private static TenantRow row(
            Company company,
            Map<BsonValue, BsonDocument> users,
            Map<BsonValue, BsonDocument> tasks,
            Map<BsonValue, BsonDocument> models) {
        return new TenantRow(
                company.text(),
                company.type(),
                company.name(),
                count(users.get(company.id())),
                count(tasks.get(company.id())),
                count(models.get(company.id())),
                latest(company, List.of(users, tasks, models)),
                Amount.UNKNOWN);
    }

    private Map<BsonValue, BsonDocument> grouped(KnownCollection collection, String time) {
        Map<BsonValue, BsonDocument> groups = new HashMap<>();
        for (BsonDocument group :
                collection
                        .in(databases, BsonDocument.class)
                        .aggregate(
                                List.of(
                                        Aggregates.group(
                                                "$company",
                                                Accumulators.sum("count", 1L),
                                                Accumulators.max("latest", "$" + time))))) {
            groups.put(group.get("_id"), group);
        }
        return groups;
    }

    private static long count(BsonDocument group) {
        return group == null ? 0 : group.getNumber("count").longValue();
    }

    private static Optional<Instant> latest(
            Company company, List<Map<BsonValue, BsonDocument>> all) {
        return all.stream()
                .map(groups -> groups.get(company.id()))
                .filter(group -> group != null && group.isDateTime("latest"))
                .map(group -> Instant.ofEpochMilli(group.getDateTime("latest").getValue()))
                .max(Comparator.naturalOrder());
    }
}
