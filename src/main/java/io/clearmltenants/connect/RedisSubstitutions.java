package io.clearmltenants.connect;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import javax.management.ObjectName;
import org.apache.commons.pool2.impl.BaseObjectPoolConfig;

/**
 * What the native image leaves out of the pool of Redis connections: its management beans, which
 * would bring the whole of JMX.
 */
final class RedisSubstitutions {
    private RedisSubstitutions() {}
}

@TargetClass(className = "org.apache.commons.pool2.impl.BaseGenericObjectPool")
final class PoolWithoutManagement {
    @Substitute
    private ObjectName jmxRegister(BaseObjectPoolConfig<?> config, String base, String prefix) {
        return null;
    }

    @Substitute
    void jmxUnregister() {}
}
