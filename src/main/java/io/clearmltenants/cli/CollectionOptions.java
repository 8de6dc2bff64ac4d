package io.clearmltenants.cli;

import picocli.CommandLine.Option;

/** What is done with documents that no public source explains. */
class CollectionOptions {
    @Option(
            names = "--unknown-collections",
            description =
                    "In collections that the open-source server does not have, erase what names the tenant in any field"
                            + " (tenant, tenants, tenant_id, companies, ...), too; without it only `company` counts, and the"
                            + " rest is kept and named.")
    boolean unknownCollections;
}
