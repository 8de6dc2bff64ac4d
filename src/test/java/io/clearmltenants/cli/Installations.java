package io.clearmltenants.cli;

import io.clearmltenants.fixture.ElasticVersion;
import io.clearmltenants.fixture.SharedServers;
import io.clearmltenants.fixture.TemporaryFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests an {@link Installation} on the shared servers, or a {@link Deletion} that is ready to
 * begin on one, as a parameter. Whoever asks has it alone, the class or one test, and it is closed
 * after that.
 */
final class Installations implements ParameterResolver, ExecutionCondition {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(Installations.class);

    /** A parameter that cannot be had fails a test; only a condition can skip it. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            SharedServers shared = SharedServers.of(context);
            shared.mongo();
            shared.elastic(ElasticVersion.EIGHT);
            shared.redis();
            return ConditionEvaluationResult.enabled("Its servers run");
        } catch (TestAbortedException missing) {
            return ConditionEvaluationResult.disabled(missing.getMessage());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Installation.class || type == Deletion.class;
    }

    /** What is put into the store first, the folder, is closed last. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        Path folder =
                store.computeIfAbsent(
                                TemporaryFolder.class,
                                _ -> new TemporaryFolder("installation"),
                                TemporaryFolder.class)
                        .path();
        SharedServers servers = SharedServers.of(context);
        return parameter.getParameter().getType() == Deletion.class
                ? store.computeIfAbsent(
                        Deletion.class, _ -> deletion(servers, folder), Deletion.class)
                : store.computeIfAbsent(
                        Installation.class, _ -> installation(servers, folder), Installation.class);
    }

    private static Deletion deletion(SharedServers servers, Path folder) {
        return Deletion.on(
                servers.mongo(), servers.elastic(ElasticVersion.EIGHT), servers.redis(), folder);
    }

    private static Installation installation(SharedServers servers, Path folder) {
        return new Installation(
                servers.mongo(), servers.elastic(ElasticVersion.EIGHT), servers.redis(), folder);
    }
}
