package io.clearmltenants.kubernetes;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.clearmltenants.connect.ConnectFailure;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Follows the log of a pod to its end. A connection that breaks, because this host slept or changed
 * its network, is opened again, and what was there before is left out.
 */
final class JobLog {
    private static final Duration LONGEST_LOSS = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** The program there says something every half a minute. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private static final long LOOK_SECONDS = 1;

    private final ApiServer server;
    private final String pod;
    private final BooleanSupplier left;
    private final AtomicLong shown = new AtomicLong();
    private volatile long lastHeard = System.nanoTime();

    /**
     * @param left says that nobody wants to follow any more
     */
    JobLog(ApiServer server, String pod, BooleanSupplier left) {
        this.server = server;
        this.pod = pod;
        this.left = left;
    }

    /**
     * Copies it until the container has ended.
     *
     * @throws ConnectFailure where the API server is lost for good, or does not let us
     */
    void follow(OutputStream output) {
        RetryPolicy<Boolean> lost =
                RetryPolicy.<Boolean>builder()
                        .handle(ConnectFailure.class)
                        .abortIf((runs, failure) -> left.getAsBoolean())
                        .withDelay(PAUSE)
                        .withMaxRetries(-1)
                        .withMaxDuration(LONGEST_LOSS)
                        .build();
        // The state comes a little later than the end of the log.
        RetryPolicy<Boolean> settling =
                RetryPolicy.<Boolean>builder().handleResult(true).withDelay(PAUSE).build();
        boolean runs = true;
        while (runs && !left.getAsBoolean()) {
            stream(output);
            runs = !left.getAsBoolean() && Failsafe.with(lost, settling).get(this::runs);
        }
    }

    /** To its end, or until the connection is lost: which one it was, the pod tells. */
    private void stream(OutputStream output) {
        AtomicLong position = new AtomicLong();
        lastHeard = System.nanoTime();
        try {
            HttpResponse<AsyncBody> response =
                    server.cluster()
                            .client()
                            .consumeBytes(
                                    request(), (parts, body) -> show(parts, body, position, output))
                            .get(SILENCE.toSeconds(), TimeUnit.SECONDS);
            if (!response.isSuccessful()) {
                response.body().cancel();
                throw ApiFailures.refused(
                                server.cluster(), "get", "pods/log", response.code(), "no log")
                        .forUser();
            }
            response.body().consume();
            awaitEnd(response.body());
        } catch (ExecutionException | TimeoutException broken) {
            lastHeard = System.nanoTime();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiFailures.lost(server.cluster(), stopped);
        }
    }

    private HttpRequest request() {
        return server.cluster()
                .client()
                .newHttpRequestBuilder()
                .uri(server.uri(server.path("pods") + "/" + pod + "/log?follow=true"))
                .forStreaming()
                .build();
    }

    private void awaitEnd(AsyncBody body) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                body.done().get(LOOK_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException quiet) {
                boolean dead = System.nanoTime() - lastHeard > SILENCE.toNanos();
                if (dead || left.getAsBoolean()) {
                    body.cancel();
                    return;
                }
            } catch (CancellationException closed) {
                return;
            }
        }
    }

    private void show(
            List<ByteBuffer> parts, AsyncBody body, AtomicLong position, OutputStream output)
            throws IOException {
        lastHeard = System.nanoTime();
        for (ByteBuffer part : parts) {
            long known = Math.max(0, shown.get() - position.get());
            int skipped = (int) Math.min(known, part.remaining());
            position.addAndGet(part.remaining());
            part.position(part.position() + skipped);
            byte[] fresh = new byte[part.remaining()];
            part.get(fresh);
            output.write(fresh);
            shown.accumulateAndGet(position.get(), Math::max);
        }
        output.flush();
        body.consume();
    }

    /** The container has not ended: then the log has more. */
    private boolean runs() {
        return server.get("pods", pod)
                .map(Pod::new)
                .filter(found -> List.of("Pending", "Running").contains(found.phase()))
                .filter(found -> found.runs(BesideVolume.CONTAINER))
                .isPresent();
    }
}
