package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import java.io.IOException;

/**
 * What the native image leaves out of the Kubernetes client: the making of models from JSON whose
 * kind is not known before. It would bring the builders of all core models, and serves only the
 * extensions in a kubeconfig, which nobody reads.
 */
final class KubernetesSubstitutions {
    private KubernetesSubstitutions() {}
}

@TargetClass(className = "io.fabric8.kubernetes.internal.KubernetesDeserializer")
final class NoKindsByName {
    @Substitute
    public KubernetesResource deserialize(JsonParser json, DeserializationContext context)
            throws IOException {
        return new RawExtension(json.readValueAs(Object.class));
    }
}
