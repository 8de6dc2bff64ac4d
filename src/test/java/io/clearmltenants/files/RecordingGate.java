package io.clearmltenants.files;

import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.WriteGate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A gate that remembers its passages; a test lets it stop, or do something before a passage. */
final class RecordingGate implements WriteGate {
    static final String RUN = "20260102T030405Z-ab12";

    private final List<String> chunks = new ArrayList<>();
    private Runnable before = () -> {};
    private int stopAfter = Integer.MAX_VALUE;
    private long units;

    RecordingGate before(Runnable action) {
        this.before = action;
        return this;
    }

    RecordingGate stopAfter(int passages) {
        this.stopAfter = passages;
        return this;
    }

    @Override
    public long write(Item item, String chunk, LongSupplier change) {
        before.run();
        chunks.add(chunk);
        long erased = change.getAsLong();
        units += erased;
        return erased;
    }

    @Override
    public String run() {
        return RUN;
    }

    @Override
    public boolean stopping() {
        return chunks.size() > stopAfter;
    }

    List<String> chunks() {
        return chunks;
    }

    long units() {
        return units;
    }
}
