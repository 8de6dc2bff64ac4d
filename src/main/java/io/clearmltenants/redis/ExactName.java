package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.Map;

/** The whole name is the tenant's alone, and the key has the type that the server writes. */
record ExactName(String type) implements Proof {
    @Override
    public List<String> own(Batch batch, Target target) {
        Map<String, String> types = batch.node().types(batch.names());
        return batch.names().stream().filter(name -> type.equals(types.get(name))).toList();
    }
}
