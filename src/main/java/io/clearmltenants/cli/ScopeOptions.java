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
            split = ",",
            paramLabel = "STORE",
            description =
                    "Only what is in this store: mongo, elastic, redis or files; repeatable. The others are no part of the run.")
    Set<Store> only = EnumSet.noneOf(Store.class);

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "STORE",
            description =
                    "Leave out a store that cannot be reached: files, elastic or redis; repeatable. What is there is kept:"
                            + " the report says so, a deletion ends with 3, verify with 4.")
    Set<Store> without = EnumSet.noneOf(Store.class);

    @Option(
            names = "--keep-users",
            description = "Leave users, their credentials and the company document.")
    boolean keepUsers;

    @Option(
            names = "--orphans",
            description =
                    "Erase although the company document is gone, because an earlier deletion died half way.")
    boolean orphans;

    /**
     * @throws WrongUsage if the options contradict each other
     */
    Scope scope() {
        if (!only.isEmpty() && !without.isEmpty()) {
            throw new WrongUsage(
                    "--only and --without do not go together: --only names all that is meant.");
        }
        if (without.contains(Store.MONGO)) {
            throw new WrongUsage(
                    "MongoDB cannot be left out, since it says who the tenant is; name the other stores with --only.");
        }
        Scope scope = without.isEmpty() ? Scope.only(only) : Scope.without(without);
        return keepUsers ? scope.keepingUsers() : scope;
    }
}
