package io.clearmltenants.tenant;

/** An identifier that cannot be a tenant's; its message is one sentence for the user. */
public final class InvalidTenantId extends RuntimeException {
    public InvalidTenantId(String sentence) {
        super(sentence);
    }
}
