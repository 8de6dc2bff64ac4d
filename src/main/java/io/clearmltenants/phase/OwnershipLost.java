package io.clearmltenants.phase;

/**
 * A thing of the plan can no longer be shown to be the tenant's at the moment of its deletion, so
 * it stays for a person; its message is one sentence that says why.
 */
public final class OwnershipLost extends RuntimeException {
    public OwnershipLost(String sentence) {
        super(sentence);
    }
}
