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
                    "Only this store: mongo, elastic, redis or files; repeatable. The others are not looked at.")
    Set<Store> only = EnumSet.noneOf(Store.class);

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "STORE",
            description =
                    "Leave this store out: elastic, redis or files; repeatable. What is there is kept, so a deletion ends with 3, verify with 4.")
    Set<Store> without = EnumSet.noneOf(Store.class);

    @Option(
            names = "--keep-users",
            description = "Keep users, their credentials and the company document.")
    boolean keepUsers;

    @Option(
            names = "--orphans",
            description = "Erase the leftovers of a tenant whose company document is gone already.")
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
