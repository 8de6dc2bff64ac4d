package io.clearmltenants.connect;

/**
 * A company that must not be deleted.
 *
 * @param id its identifier
 * @param why what it is, with the setting that names it: "is the server's default company
 *     (apiserver.default_company)"
 * @param origin who set that
 */
public record ProtectedCompany(String id, String why, Origin origin) {

    /** One sentence of refusal. */
    public String sentence() {
        return "The company %s %s, as %s says; the server needs it and creates it again."
                .formatted(id, why, origin.label());
    }
}
