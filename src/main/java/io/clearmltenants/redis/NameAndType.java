package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.Map;

/**
 * The name carries the tenant's id, no other company explains it, and the key has the type that the
 * server writes.
 */
record NameAndType(String type) implements Proof {
    @Override
    public List<String> own(Batch batch, Target target) {
        Rivals rivals = Rivals.of(target);
        List<String> named =
                batch.names().stream()
                        .filter(name -> rivals.leaveToTenant(batch.rest(name)))
                        .toList();
        Map<String, String> types = batch.node().types(named);
        return named.stream().filter(name -> type.equals(types.get(name))).toList();
    }
}
