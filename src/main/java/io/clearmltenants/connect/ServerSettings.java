package io.clearmltenants.connect;

import java.util.ArrayList;
import java.util.List;

/** A server's settings as lines for people. */
public final class ServerSettings {
    private ServerSettings() {}

    public record Line(String what, String value, String origin) {}

    public static List<Line> lines(Server server) {
        return new ArrayList<>();
    }
}
