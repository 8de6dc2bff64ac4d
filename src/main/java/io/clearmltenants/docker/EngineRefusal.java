package io.clearmltenants.docker;

import java.io.IOException;

/** An engine's answer that is an error. */
final class EngineRefusal extends IOException {
    private static final int UNAVAILABLE = 503;

    private final int status;

    /**
     * @param status of HTTP
     * @param text what the engine says: {"message": ".."}
     */
    EngineRefusal(int status, String text) {
        super(text.replaceFirst("(?s)^\\s*\\{\"message\":\"(.*)\"}\\s*$", "$1").strip());
        this.status = status;
    }

    int status() {
        return status;
    }

    /** True where it makes sense to ask again. */
    boolean passing() {
        return status == UNAVAILABLE;
    }
}
