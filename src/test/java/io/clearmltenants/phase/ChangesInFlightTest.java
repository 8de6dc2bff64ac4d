package io.clearmltenants.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChangesInFlightTest {
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void asManyRunAtOnceAsAreAllowed() {
        CountDownLatch both = new CountDownLatch(2);
        try (ChangesInFlight changes = new ChangesInFlight(2)) {
            changes.begin(() -> meet(both));
            changes.begin(() -> meet(both));
            changes.await();
        }
        assertThat(done).containsExactly("met", "met");
    }

    @Test
    void noMoreRunAtOnceThanAreAllowed() {
        AtomicInteger running = new AtomicInteger();
        try (ChangesInFlight changes = new ChangesInFlight(1)) {
            for (int change = 0; change < 100; change++) {
                changes.begin(
                        () -> {
                            assertThat(running.incrementAndGet()).isEqualTo(1);
                            running.decrementAndGet();
                        });
            }
            changes.await();
        }
    }

    @Test
    void afterAFailureNoFurtherOneBeginsAndThoseThatBeganAreAwaited() {
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(
                        () -> {
                            try (ChangesInFlight changes = new ChangesInFlight(2)) {
                                changes.begin(
                                        () -> {
                                            failed.countDown();
                                            throw new TransientFailure("lost", null);
                                        });
                                changes.begin(() -> meet(failed));
                                changes.begin(() -> done.add("begun after the failure"));
                            }
                        })
                .isInstanceOf(TransientFailure.class);

        assertThat(done).containsExactly("met");
    }

    private void meet(CountDownLatch latch) {
        latch.countDown();
        try {
            assertThat(latch.await(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
        done.add("met");
    }
}
