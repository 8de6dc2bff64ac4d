package io.clearmltenants.compose;

import io.clearmltenants.connect.Writer;
import io.clearmltenants.connect.Writers;
import io.clearmltenants.docker.Engine;
import java.util.List;
import java.util.stream.Stream;

/**
 * The containers of an installation that could write for a tenant. They are stopped, not frozen: a
 * frozen one would go on with what it was about to write once the tenant is gone.
 */
record ComposeWriters(Engine engine, Project project) implements Writers {
    /** Those that ask others to write before those that do it. */
    private static final List<Part> ORDER =
            List.of(
                    Part.APPS_AGENT,
                    Part.SERVICES_AGENT,
                    Part.AGENT_SERVICES,
                    Part.TASK_CLEANER,
                    Part.ASYNC_DELETE,
                    Part.APISERVER,
                    Part.FILESERVER);

    @Override
    public List<Writer> running() {
        return ORDER.stream().flatMap(this::running).toList();
    }

    private Stream<Writer> running(Part part) {
        return project.containers().stream()
                .filter(part::is)
                .flatMap(listed -> engine.container(listed.id()).stream())
                .filter(container -> container.running())
                .map(
                        container ->
                                new Writer(
                                        part.service(),
                                        container.id(),
                                        engine.address(),
                                        container.state(),
                                        "container " + container.name()));
    }

    @Override
    public void stop(Writer writer) {
        engine.stop(writer.id());
    }

    @Override
    public boolean start(Writer writer) {
        if (!writer.place().equals(engine.address())) {
            return false;
        }
        if (engine.container(writer.id()).isPresent()) {
            engine.start(writer.id());
        }
        return true;
    }
}
