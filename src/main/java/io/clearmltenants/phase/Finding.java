package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Something that a person should know before or after the deletion, and that no phase erases. */
@RegisterForReflection
public sealed interface Finding {

    /** One sentence for the user. */
    String text();

    /** Worth knowing; changes nothing. */
    @RegisterForReflection
    record Warning(String text) implements Finding {}

    /**
     * Looks like the tenant's, but its shape is not known well enough to erase it: a person has to
     * look.
     *
     * @param store where it is
     * @param locator its exact name
     */
    @RegisterForReflection
    record Kept(Store store, String locator, String text) implements Finding {
        private static final String EVERYTHING = "everything of the tenant";

        /** A whole store, in which nothing was looked for and nothing is erased. */
        public static Kept whole(Store store, String text) {
            return new Kept(store, EVERYTHING, text);
        }

        /** True if this is a whole store. */
        public boolean everything() {
            return locator.equals(EVERYTHING);
        }

        /** True if the other one is about the same thing, whatever it says of it. */
        public boolean isSamePlace(Finding other) {
            return other instanceof Kept kept
                    && kept.store() == store
                    && kept.locator().equals(locator);
        }
    }
}
