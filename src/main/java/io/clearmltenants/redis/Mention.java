package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides whether a name of any shape speaks of the tenant: it holds the id, not as a piece of a
 * longer word, and not as a piece of another company's id. A name that is the id and nothing else
 * does not: the server writes no such key, and for an id like {@code default} it is another
 * application's.
 *
 * @param id the tenant's id
 * @param longer ids of other companies that hold the tenant's
 */
record Mention(String id, List<String> longer) {
    /**
     * Keys of these names belong to a company whose id follows at once; what comes later is text.
     */
    private static final List<String> COMPANY_FOLLOWS =
            KeyFamily.all()
                    .map(KeyFamily::keyName)
                    .filter(KeyName::namesCompany)
                    .flatMap(name -> name.beginnings().stream())
                    .toList();

    /** Keys of the whole server, whatever their names hold. */
    private static final List<String> EVERYBODYS =
            List.of("revoked_tokens", "check_updates", "dist_lock_");

    static Mention of(Target target) {
        String id = target.id().value();
        return new Mention(
                id,
                target.neighbours().stream()
                        .filter(other -> other.contains(id) && !other.equals(id))
                        .toList());
    }

    boolean in(String name) {
        if (name.equals(id) || EVERYBODYS.stream().anyMatch(name::startsWith)) {
            return false;
        }
        return COMPANY_FOLLOWS.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> standsAt(name, prefix.length()))
                .orElseGet(
                        () -> IntStream.range(0, name.length()).anyMatch(at -> standsAt(name, at)));
    }

    private boolean standsAt(String name, int at) {
        return isWordAt(name, id, at)
                && longer.stream().noneMatch(other -> covers(name, other, at));
    }

    private boolean covers(String name, String other, int at) {
        int earliest = Math.max(0, at + id.length() - other.length());
        return IntStream.rangeClosed(earliest, at).anyMatch(from -> isWordAt(name, other, from));
    }

    private static boolean isWordAt(String name, String word, int at) {
        return name.startsWith(word, at)
                && !isWordPart(name, at - 1)
                && !isWordPart(name, at + word.length());
    }

    private static boolean isWordPart(String name, int at) {
        return at >= 0 && at < name.length() && Character.isLetterOrDigit(name.charAt(at));
    }
}
