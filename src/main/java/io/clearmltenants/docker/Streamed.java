package io.clearmltenants.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An answer that comes in parts, for as long as the engine likes. */
final class Streamed<T> implements ResultCallback<T> {
    private final Consumer<T> each;
    private final CompletableFuture<Closeable> connection = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Streamed(Consumer<T> each) {
        this.each = each;
    }

    /** Waits until the engine has begun to answer. */
    Streamed<T> begun() {
        connection.join();
        return this;
    }

    /** Waits for the last part. */
    void ended() {
        end.join();
    }

    @Override
    public void onStart(Closeable opened) {
        connection.complete(opened);
    }

    @Override
    public void onNext(T part) {
        each.accept(part);
    }

    @Override
    public void onError(Throwable failure) {
        connection.completeExceptionally(failure);
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    /** Breaks the connection off if there is one. */
    @Override
    public void close() throws IOException {
        if (connection.isDone() && !connection.isCompletedExceptionally()) {
            connection.join().close();
        }
    }
}
