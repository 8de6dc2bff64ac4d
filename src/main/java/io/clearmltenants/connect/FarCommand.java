package io.clearmltenants.connect;

import java.io.InputStream;
import java.io.OutputStream;

/** A command that this program does elsewhere. */
public interface FarCommand extends AutoCloseable {

    /**
     * Passes its streams through until it ends.
     *
     * @return its exit code
     * @throws ConnectFailure if the connection is lost
     */
    int await(InputStream input, OutputStream output, OutputStream errors);

    /**
     * Passes a signal on.
     *
     * @param signal without SIG: "INT", "TERM"
     */
    void signal(String signal);

    /** Fetches what it wrote and takes away all that was brought there, the command too. */
    @Override
    void close();
}
