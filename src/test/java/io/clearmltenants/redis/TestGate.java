package io.clearmltenants.redis;

import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.phase.WriteGate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Lets everything through, tries again like the eraser's, and remembers what passed. */
final class TestGate implements WriteGate {
    private static final int TRIES = 5;

    final List<Long> erased = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    private final Runnable before;

    private TestGate(Runnable before) {
        this.before = before;
    }

    static TestGate open() {
        return new TestGate(() -> {});
    }

    /** Something happens between the proof of a chunk and its deletion. */
    static TestGate disturbedBy(Runnable disturbance) {
        return new TestGate(disturbance);
    }

    @Override
    public long write(Item item, String chunk, LongSupplier change) {
        before.run();
        for (int attempt = 1; ; attempt++) {
            try {
                long units = change.getAsLong();
                erased.add(units);
                return units;
            } catch (TransientFailure failure) {
                failures.add(failure.getMessage());
                if (attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    long total() {
        return erased.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String run() {
        return "test";
    }

    @Override
    public boolean stopping() {
        return false;
    }
}
