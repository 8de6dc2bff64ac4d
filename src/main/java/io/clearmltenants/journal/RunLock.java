package io.clearmltenants.journal;

import io.clearmltenants.phase.LeaseLost;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Held while a process works on a run. It ends with its process, so that a run that is alive cannot
 * be resumed and one that was killed can. A file of its own, since closing any other handle of a
 * locked file would end the lock (fcntl(2)).
 */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    /**
     * @throws LeaseLost if another process holds it
     */
    RunLock(Path file) throws IOException {
        channel = OwnerOnly.append(file);
        if (channel.tryLock() == null) {
            channel.close();
            throw new LeaseLost(
                    "Run %s is still running in another process of this host."
                            .formatted(file.getParent().getFileName()));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
