package io.clearmltenants.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The program's top command. */
@TopCommand
@Command(
        name = "clearml-tenants",
        description = "Deletes one tenant from a ClearML server, completely and safely.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:unexpected error",
            "2:wrong usage",
            "3:finished, but items were left",
            "4:verification found leftovers",
            "5:refused by a guard, nothing changed",
            "6:not confirmed, nothing changed",
            "10:no such tenant",
            "11:locked by another run",
            "12:cannot connect or not allowed",
            "13:the plan no longer matches",
            "14:backup missing or damaged",
            "130:interrupted, can be resumed"
        })
class ClearmlTenants {}
