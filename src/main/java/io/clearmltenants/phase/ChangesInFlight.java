package io.clearmltenants.phase;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A few changes at once, so that the server need not wait for us between one and the next. When one
 * fails no further one begins, and the failure is thrown once those that had begun are done.
 */
public final class ChangesInFlight implements AutoCloseable {
    /**
     * Of the platform: in the executable, a virtual one that waits within a monitor keeps its
     * carrier.
     */
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());

    private final Queue<Future<?>> begun = new ArrayDeque<>();
    private final int most;

    /**
     * @param most how many at once
     */
    public ChangesInFlight(int most) {
        this.most = most;
    }

    /** Begins a change as soon as there is room for it. */
    public void begin(Runnable change) {
        if (begun.size() == most) {
            await(begun.remove());
        }
        begun.add(threads.submit(change));
    }

    /** Waits for all that have begun. */
    public void await() {
        while (!begun.isEmpty()) {
            await(begun.remove());
        }
    }

    private static void await(Future<?> change) {
        try {
            change.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /** Waits for those that have begun, whatever becomes of them: none outlives its item. */
    @Override
    public void close() {
        threads.close();
    }
}
