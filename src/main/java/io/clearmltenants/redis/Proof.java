package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;

/**
 * Tells which keys are the tenant's. What it does not name stays: another type or shape than the
 * server writes, another company's, or gone meanwhile.
 */
@FunctionalInterface
interface Proof {
    List<String> own(Batch batch, Target target);
}
