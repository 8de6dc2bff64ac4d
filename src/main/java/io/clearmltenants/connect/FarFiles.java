package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.List;

/** The fileserver's folder on another machine, where this same program can be started. */
public interface FarFiles {

    /** The folder as that machine names it, and who said so. */
    Setting<Path> folder();

    /** Where it is, for people: "pod clearml-fileserver-0 (container clearml-fileserver)". */
    String label();

    /**
     * Starts this program there.
     *
     * @throws ConnectFailure if that machine cannot be reached or does not let us
     */
    FarProgram start(List<String> arguments);
}
