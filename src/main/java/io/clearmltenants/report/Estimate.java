package io.clearmltenants.report;

import io.clearmltenants.phase.Item;
import java.time.Duration;
import java.util.List;

/**
 * How long a deletion may take. The rates are cautious guesses for a small server: MongoDB deletes
 * by the page with majority write concern, an Elasticsearch index goes as a whole whatever it
 * holds, and the second look waits until the server's metrics thread has had its minute
 * (A/bll/queue/queue_metrics.py:281-323).
 */
final class Estimate {
    private static final long DOCUMENTS_PER_SECOND = 2_000;
    private static final long FILES_PER_SECOND = 1_000;
    private static final long KEYS_PER_SECOND = 5_000;
    private static final long MILLIS_PER_INDEX = 500;
    private static final Duration BEFORE_THE_SECOND_LOOK = Duration.ofSeconds(70);

    private Estimate() {}

    static Duration of(List<Item> items) {
        return items.stream().map(Estimate::of).reduce(BEFORE_THE_SECOND_LOOK, Duration::plus);
    }

    /** What the estimate rests on, in words. */
    static String basis() {
        return "at "
                + Words.number(DOCUMENTS_PER_SECOND)
                + " documents, "
                + Words.number(FILES_PER_SECOND)
                + " files, "
                + Words.number(KEYS_PER_SECOND)
                + " keys and "
                + 1_000 / MILLIS_PER_INDEX
                + " indices a second, and "
                + Words.duration(BEFORE_THE_SECOND_LOOK)
                + " before the second look";
    }

    private static Duration of(Item item) {
        long count = item.amount().count();
        return switch (item.phase().store()) {
            case MONGO -> Duration.ofMillis(count * 1_000 / DOCUMENTS_PER_SECOND);
            case FILES -> Duration.ofMillis(count * 1_000 / FILES_PER_SECOND);
            case REDIS -> Duration.ofMillis(count * 1_000 / KEYS_PER_SECOND);
            case ELASTIC -> Duration.ofMillis(MILLIS_PER_INDEX);
        };
    }
}
