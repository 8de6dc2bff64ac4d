package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the parts of an installation are reached while a command runs. */
public interface Reach extends AutoCloseable {

    /** The variables of the API server's process, by name. */
    Map<String, String> environment();

    /** Whose variables and files these are, for people; empty for this process. */
    default Optional<String> owner() {
        return Optional.empty();
    }

    /**
     * A folder below which the API server's configuration files lie as they do on its own machine
     * ("opt/clearml/config/hosts.conf").
     */
    Path machine();

    /** Finds the addresses of the names that the API server's settings use. */
    HostNames names();

    /** The fileserver's folder, if this host has it. */
    Optional<Setting<Path>> files();

    /** The fileserver's folder, if only a program that runs elsewhere has it. */
    Optional<FarFiles> farFiles();

    /**
     * Why nobody has the fileserver's folder, in one sentence with a way out; asked only then.
     * Empty if the installation has no fileserver at all.
     */
    default Optional<String> folderMissing() {
        return Optional.of(
                "No folder of the fileserver is known on this host; name it with --files.");
    }

    /** What was found, for {@code doctor}; nothing for a local installation. */
    List<SiteNode> outline();

    /**
     * Where the command has to be done instead, because its servers or its folder cannot be reached
     * from this host; empty if they can.
     */
    default Optional<Elsewhere> elsewhere() {
        return Optional.empty();
    }

    /** Takes away all that was made to reach it: forwards, pods, files. */
    @Override
    void close();
}
