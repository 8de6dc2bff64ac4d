package io.clearmltenants.connect;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * A program that runs on another machine, by its streams; reading from one that was lost throws.
 */
public interface FarProgram extends AutoCloseable {

    /** What it reads from its standard input. */
    OutputStream input();

    /** What it writes to its standard output. */
    InputStream output();

    /** What it has written to its standard error, for the sentence of a failure. */
    String errors();

    /** Ends it. */
    @Override
    void close();
}
