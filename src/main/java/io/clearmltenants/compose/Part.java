package io.clearmltenants.compose;

import io.clearmltenants.docker.Listed;

/** Parts of a ClearML server, by the names of their services in the vendor's compose files. */
enum Part {
    APISERVER("apiserver"),
    FILESERVER("fileserver"),
    ASYNC_DELETE("async_delete"),
    AGENT_SERVICES("agent-services"),
    SERVICES_AGENT("services-agent"),
    APPS_AGENT("apps-agent"),
    TASK_CLEANER("task_cleaner");

    private static final String SERVICE = "com.docker.compose.service";

    private final String service;

    Part(String service) {
        this.service = service;
    }

    /** What the vendor's file calls it. */
    String service() {
        return service;
    }

    /**
     * True where a container is this part: by compose's label, else by its name, which ends with
     * the service's: "clearml-apiserver", "allegro-apiserver".
     */
    boolean is(Listed container) {
        return container
                .label(SERVICE)
                .map(service::equals)
                .orElseGet(() -> container.name().endsWith(service));
    }

    /** What a container's name begins with, before this part's: "clearml-"; empty text for none. */
    String prefix(Listed container) {
        return container.name().substring(0, container.name().length() - service.length());
    }
}
