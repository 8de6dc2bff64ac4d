package io.clearmltenants.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsultationTest {
    private static final ServerState REDIS =
            new ServerState(
                    Store.REDIS, "Redis at redis:6379", "7.2", "", Optional.empty(), List.of());

    @Test
    void aStoreThatNobodyHereCanAskIsAFailureAndNotSilence() {
        Consultation consultation =
                new Consultation(
                        List.of(
                                probe(Store.REDIS, () -> Stream.of(REDIS), Optional.empty()),
                                probe(
                                        Store.FILES,
                                        Stream::empty,
                                        Optional.of("No folder is known."))));

        assertThat(consultation.all())
                .containsExactly(
                        new Answer.Failed(Store.FILES, "No folder is known."),
                        new Answer.Found(REDIS));
    }

    @Test
    void aStoreThatDoesNotAnswerDoesNotHideTheOthers() {
        Consultation consultation =
                new Consultation(
                        List.of(
                                probe(Store.REDIS, () -> Stream.of(REDIS), Optional.empty()),
                                probe(
                                        Store.MONGO,
                                        () -> {
                                            throw new ConnectFailure("MongoDB is lost.");
                                        },
                                        Optional.empty())));

        assertThat(consultation.all())
                .containsExactly(
                        new Answer.Failed(Store.MONGO, "MongoDB is lost."),
                        new Answer.Found(REDIS));
    }

    private static Probe probe(
            Store store, Supplier<Stream<ServerState>> answers, Optional<String> outOfReach) {
        return new Probe() {
            @Override
            public Store store() {
                return store;
            }

            @Override
            public Stream<ServerState> probe() {
                return answers.get();
            }

            @Override
            public Optional<String> outOfReach() {
                return outOfReach;
            }
        };
    }
}
