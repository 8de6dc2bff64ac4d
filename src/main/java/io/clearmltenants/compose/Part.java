package io.clearmltenants.compose;

import io.clearmltenants.docker.Listed;

/** Parts of a ClearML server, by the names of their services in the vendor's compose files. */
enum Part {
    APISERVER("apiserver"),
    FILESERVER("fileserver");

    private static final String SERVICE = "com.docker.compose.service";

    private final String service;

    Part(String service) {
        this.service = service;
    }

    /**
     * True if a container is this part: by compose's label, else by its name, which ends with the
     * service's: "clearml-apiserver", "allegro-apiserver".
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
