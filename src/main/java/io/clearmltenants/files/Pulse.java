package io.clearmltenants.files;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says at regular times that the program beside the fileserver's folder lives. */
final class Pulse implements AutoCloseable {
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("pulse").factory());
    private final AgentVoice voice;
    private final Duration interval;

    Pulse(AgentVoice voice, Duration interval) {
        this.voice = voice;
        this.interval = interval;
    }

    /** Ends by itself if nobody listens any more. */
    void start() {
        clock.scheduleAtFixedRate(
                () -> voice.say(new Reply.Alive()),
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
