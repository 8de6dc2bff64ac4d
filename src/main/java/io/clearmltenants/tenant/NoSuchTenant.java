package io.clearmltenants.tenant;

/** There is no company with this id. */
public final class NoSuchTenant extends RuntimeException {
    public NoSuchTenant(TenantId id) {
        super(
                "There is no tenant with the id '"
                        + id
                        + "'; `list` shows all. Where an earlier deletion died half way, add --orphans.");
    }
}
