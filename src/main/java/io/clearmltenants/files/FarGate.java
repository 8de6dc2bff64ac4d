package io.clearmltenants.files;

import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.WriteGate;
import java.util.function.LongSupplier;

/**
 * The far end of the eraser's gate: each passage waits for leave, given once it is in the journal.
 */
final class FarGate implements WriteGate {
    private final String run;
    private final AgentVoice voice;
    private volatile boolean stopping;

    FarGate(String run, boolean stopping, AgentVoice voice) {
        this.run = run;
        this.stopping = stopping;
        this.voice = voice;
    }

    @Override
    public long write(Item item, String chunk, LongSupplier change) {
        stopping = voice.ask(new Reply.Write(chunk), Request.Pass.class).stopping();
        long units = change.getAsLong();
        voice.say(new Reply.Changed(units));
        return units;
    }

    @Override
    public String run() {
        return run;
    }

    @Override
    public boolean stopping() {
        return stopping;
    }
}
