package io.clearmltenants.connect;

/** A TCP port in a setting. */
final class Port {
    private static final int HIGHEST = 65_535;

    private Port() {}

    /**
     * @param what whose port it is, for the message
     * @throws ConfigurationFailure if the setting is no number between 1 and 65535
     */
    static int of(Setting<String> setting, String what) {
        String text = setting.value().strip();
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST) {
            throw new ConfigurationFailure(
                    "The port of %s (%s) is not a number between 1 and 65535; fix it."
                            .formatted(what, setting.origin().label()));
        }
        return port;
    }
}
