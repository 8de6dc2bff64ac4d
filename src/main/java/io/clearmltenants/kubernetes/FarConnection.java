package io.clearmltenants.kubernetes;

import java.io.InputStream;
import java.io.OutputStream;

/** A connection to something in the cluster. */
interface FarConnection extends AutoCloseable {

    InputStream reading();

    OutputStream writing();

    @Override
    void close();
}
