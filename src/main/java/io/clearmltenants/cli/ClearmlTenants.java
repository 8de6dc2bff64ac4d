package io.clearmltenants.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The program's top command. */
@TopCommand
@Command(
        name = "clearml-tenants",
        description = "Deletes one tenant from a ClearML server, completely and safely.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
public class ClearmlTenants {}
