package io.clearmltenants.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.failsafe.TimeoutExceededException;
import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** An engine refuses or does not answer; its message is what it or the system said. */
final class EngineFailure extends RuntimeException {
    private static final int UNAVAILABLE = 503;

    /**
     * @param cause as the client or the transport threw it
     */
    EngineFailure(Throwable cause) {
        super(said(cause), cause);
    }

    /** True if it makes sense to ask again. */
    static boolean passing(Throwable failure) {
        return find(failure, DockerException.class)
                .map(refusal -> refusal.getHttpStatus() == UNAVAILABLE)
                .orElseGet(
                        () ->
                                !denied(said(failure))
                                        && (find(failure, IOException.class).isPresent()
                                                || failure instanceof TimeoutExceededException));
    }

    /** What to tell the user. */
    ConnectFailure sentence(String engine) {
        Optional<ConnectFailure> ours = find(getCause(), ConnectFailure.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        if (denied(getMessage())) {
            return new ConnectFailure(
                    "This user may not use the Docker engine at %s; run with sudo or as a member of the group docker."
                            .formatted(engine),
                    this);
        }
        if (find(getCause(), DockerException.class).isPresent()) {
            return new ConnectFailure(
                    "The Docker engine at %s refuses: %s.".formatted(engine, getMessage()), this);
        }
        return new ConnectFailure(
                "The Docker engine at %s does not answer (%s); see that it runs, or name another with DOCKER_HOST."
                        .formatted(engine, getMessage()),
                this);
    }

    private static boolean denied(String said) {
        return said.contains("Permission denied");
    }

    private static String said(Throwable failure) {
        if (find(failure, TimeoutExceededException.class).isPresent()) {
            return "no answer in time";
        }
        Throwable first =
                Stream.of(DockerException.class, IOException.class)
                        .flatMap(type -> find(failure, type).stream().map(Throwable.class::cast))
                        .findFirst()
                        .orElse(failure);
        return String.valueOf(first.getMessage())
                .replaceFirst("(?s)^(?:Status \\d+: )?\\s*\\{\"message\":\"(.*)\"}\\s*$", "$1")
                .strip();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
