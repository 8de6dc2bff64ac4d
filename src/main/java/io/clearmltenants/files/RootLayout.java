package io.clearmltenants.files;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;

/**
 * How a fileserver's folder is laid out, seen by one tenant: the Enterprise server keeps a folder
 * per tenant, the open-source one keeps all files by project and task.
 *
 * @param own whether a folder directly below the root is the tenant's
 * @param tenants how many of the folders there are other tenants'
 * @param folders how many folders of the tenant's tasks lie outside of all tenants' folders
 * @param files how many files are in these
 * @param others how many folders of other tasks lie outside of all tenants' folders
 * @param unreadable how many folders could not be looked into
 */
@RegisterForReflection
record RootLayout(
        boolean own, long tenants, long folders, long files, long others, long unreadable) {

    /** True if something there is what only a fileserver makes. */
    boolean isFileservers() {
        return own || tenants + folders + others > 0;
    }

    /** Knows which tasks are the tenant's. */
    @FunctionalInterface
    interface Owner {

        /** Those of these tasks that are the tenant's. */
        Set<String> owned(Set<String> tasks);
    }
}
