package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;

/**
 * Decides whose a name is if nothing but the name tells. The underscore separates the parts of a
 * key and may also stand in an id: {@code tags_abc_x_Task} is a tag cache of the company {@code
 * abc}, or of {@code abc_x}. If a company with the longer id exists, the key is taken for its own.
 *
 * @param id the tenant's id
 * @param longer ids of other companies that begin with the tenant's and an underscore
 */
record Rivals(String id, List<String> longer) {

    static Rivals of(Target target) {
        String id = target.id().value();
        return new Rivals(
                id,
                target.neighbours().stream().filter(other -> other.startsWith(id + "_")).toList());
    }

    /**
     * @param rest what follows the name's fixed beginning
     */
    boolean leaveToTenant(String rest) {
        return explains(id, rest) && longer.stream().noneMatch(other -> explains(other, rest));
    }

    private static boolean explains(String company, String rest) {
        return rest.startsWith(company)
                && (rest.length() == company.length() || rest.charAt(company.length()) == '_');
    }
}
