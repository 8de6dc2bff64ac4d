package io.clearmltenants.elastic;

import io.clearmltenants.tenant.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which index names are a tenant's. The server lower-cases the id
 * (A/bll/event/event_common.py:57-62, A/bll/queue/queue_metrics.py:37-44,
 * A/bll/workers/stats.py:24-26, A/bll/serving/stats.py:30-39); only a full match counts, since a
 * longer id may contain a shorter one.
 */
public final class IndexNames {
    private static final List<String> EVENT_TYPES =
            List.of(
                    "log",
                    "plot",
                    "training_debug_image",
                    "training_stats_scalar",
                    "training_stats_vector");
    private static final List<String> STATISTICS =
            List.of("queue_metrics", "worker_stats", "serving_stats");

    private final Pattern events;
    private final Pattern statistics;

    public IndexNames(TenantId id) {
        this(id.lowerCase());
    }

    /** The names of any company, whose id need not be one that a user could give. */
    public static IndexNames ofCompany(String id) {
        return new IndexNames(id.toLowerCase(Locale.ROOT));
    }

    /**
     * @param lowerCaseId a company's id in lower case, which need not be one that a user could give
     */
    private IndexNames(String lowerCaseId) {
        String quoted = Pattern.quote(lowerCaseId);
        events = Pattern.compile("(events-(?:" + String.join("|", EVENT_TYPES) + "))-" + quoted);
        statistics =
                Pattern.compile(
                        "("
                                + String.join("|", STATISTICS)
                                + ")_"
                                + quoted
                                + "_[0-9]{4}-(?:0[1-9]|1[0-2])");
    }

    /** The kind of events ("events-log") if the name is one of the tenant's events indices. */
    Optional<String> eventsFamily(String index) {
        return family(events, index);
    }

    /**
     * The kind of statistics ("worker_stats") if the name is one of the tenant's monthly indices.
     */
    Optional<String> statisticsFamily(String index) {
        return family(statistics, index);
    }

    /** True if the name is the tenant's. */
    public boolean own(String index) {
        return eventsFamily(index).isPresent() || statisticsFamily(index).isPresent();
    }

    private static Optional<String> family(Pattern pattern, String index) {
        Matcher matcher = pattern.matcher(index);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
