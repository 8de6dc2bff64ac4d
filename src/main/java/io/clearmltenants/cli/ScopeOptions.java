package io.clearmltenants.cli;

import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which part of a tenant is meant. */
class ScopeOptions {
    @Option(
            names = "--only",
            paramLabel = "STORE",
            description =
                    "Run the phases of one store alone: mongo, elastic, redis or files; repeatable.")
    Set<Store> only = EnumSet.noneOf(Store.class);

    @Option(
            names = "--keep-users",
            description = "Leave users, their credentials and the company document.")
    boolean keepUsers;

    @Option(
            names = "--orphans",
            description =
                    "Go on where the company document is gone, because an earlier deletion died half way.")
    boolean orphans;

    Scope scope() {
        Scope scope = Scope.only(only);
        return keepUsers ? scope.keepingUsers() : scope;
    }
}
