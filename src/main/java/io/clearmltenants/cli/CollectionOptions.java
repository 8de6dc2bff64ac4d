package io.clearmltenants.cli;

import picocli.CommandLine.Option;

/** What is done with documents that no public source explains. */
class CollectionOptions {
    @Option(
            names = "--unknown-collections",
            description =
                    "In collections that are not the open-source server's, also erase what names the tenant in another usual field than `company` (tenant, company_id, ...). Without it, that is kept and reported.")
    boolean unknownCollections;
}
