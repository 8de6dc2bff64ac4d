package io.clearmltenants.files;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names for folders that were moved up to the doomed folder; nobody else can have chosen one of
 * them.
 */
final class PieceNames {
    private final String prefix = "piece-" + UUID.randomUUID() + "-";
    private final AtomicLong last = new AtomicLong();

    Path next() {
        return Path.of(prefix + last.incrementAndGet());
    }

    boolean isPiece(Path name) {
        return name.toString().startsWith(prefix);
    }
}
