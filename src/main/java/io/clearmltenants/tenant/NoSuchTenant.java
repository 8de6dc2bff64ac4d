package io.clearmltenants.tenant;

/** There is no company with this id. */
public final class NoSuchTenant extends RuntimeException {
    public NoSuchTenant(TenantId id) {
        super(
                "There is no tenant with the id '"
                        + id
                        + "'; `list` shows all. If an earlier deletion stopped half way, add --orphans.");
    }
}
