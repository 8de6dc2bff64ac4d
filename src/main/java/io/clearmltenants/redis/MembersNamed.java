package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The key is a sorted set of other keys, and they are the tenant's as much as its own name is.
 *
 * @param beginnings how its members begin, before the company's id
 */
record MembersNamed(List<String> beginnings) implements Proof {
    @Override
    public List<String> own(Batch batch, Target target) {
        Rivals rivals = Rivals.of(target);
        List<String> named =
                batch.names().stream()
                        .filter(name -> rivals.leaveToTenant(batch.rest(name)))
                        .toList();
        List<String> own = new ArrayList<>();
        batch.node()
                .members(
                        named,
                        (name, members) -> {
                            if (!members.isEmpty()
                                    && members.stream().allMatch(it -> isOwn(it, rivals))) {
                                own.add(name);
                            }
                        });
        return own;
    }

    private boolean isOwn(String member, Rivals rivals) {
        return beginnings.stream()
                .filter(member::startsWith)
                .anyMatch(beginning -> rivals.leaveToTenant(member.substring(beginning.length())));
    }
}
