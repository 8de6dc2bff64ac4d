package io.clearmltenants.files;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that empty folders, a task per folder. */
final class Workers {
    private static final int THREADS = 8;

    private Workers() {}

    /**
     * Threads of the system, not virtual ones: a call of the file system blocks the thread that
     * carries a virtual one, which would leave a network file system with as many calls at once as
     * this host has processors. Who submits more than they can take does the work himself, so
     * neither tasks nor open folders pile up.
     */
    static ExecutorService start() {
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(THREADS),
                Thread.ofPlatform().daemon().name("files-", 0).factory(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** Waits until all tasks have ended, then fails if one failed. */
    static void await(List<Future<?>> tasks) {
        boolean interrupted = false;
        for (Future<?> task : tasks) {
            interrupted |= ended(task);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Future<?> task : tasks) {
            if (task.state() == Future.State.FAILED) {
                throw new IllegalStateException(
                        "A folder's task ended unexpectedly", task.exceptionNow());
            }
        }
    }

    /** Waits for a task's end; true if this thread was interrupted meanwhile. */
    private static boolean ended(Future<?> task) {
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException signal) {
                interrupted = true;
            } catch (ExecutionException failure) {
                // told by await, once nothing runs any more
                return interrupted;
            }
        }
        return interrupted;
    }
}
