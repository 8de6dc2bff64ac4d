package io.clearmltenants.phase;

/**
 * Another run holds the tenant, or may hold it by now; its message is one sentence for the user.
 */
public final class LeaseLost extends RuntimeException {
    public LeaseLost(String sentence) {
        super(sentence);
    }
}
