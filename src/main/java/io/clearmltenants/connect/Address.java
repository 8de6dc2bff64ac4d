package io.clearmltenants.connect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a URL that names a server. {@link java.net.URI} refuses host names with an
 * underscore, which Docker allows.
 *
 * @param scheme in lower case; empty if none is given
 * @param user decoded; empty if none is given
 * @param password decoded; empty if none is given
 * @param path what follows host and port, without slashes around it
 */
record Address(
        Optional<String> scheme,
        Optional<String> user,
        Optional<Secret> password,
        String host,
        Optional<Integer> port,
        String path) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:([^:@/]*)(?::([^/?#]*))?@)?"
                            + "(\\[[0-9A-Fa-f:.%]+]|[^:/@?#\\[\\]\\s]+)(?::([^/]*))?(?:/(.*))?");

    /**
     * @param text a URL, or host and port alone
     * @param origin who gave it
     * @param example how it should look
     * @throws ConfigurationFailure if it cannot be read; the text, which may hold a password, is
     *     not repeated
     */
    static Address parse(Setting<String> text, String example) {
        Matcher parts = SHAPE.matcher(text.value().strip());
        if (!parts.matches()) {
            throw unreadable(text, example);
        }
        return new Address(
                Optional.ofNullable(parts.group(1)).map(name -> name.toLowerCase(Locale.ROOT)),
                decoded(parts.group(2), text, example),
                decoded(parts.group(3), text, example).map(Secret::new),
                parts.group(4),
                Optional.ofNullable(parts.group(5))
                        .map(port -> Port.of(new Setting<>(port, text.origin()), "the address")),
                Optional.ofNullable(parts.group(6)).orElse("").replaceAll("/+$", ""));
    }

    private static Optional<String> decoded(String raw, Setting<String> text, String example) {
        if (raw == null || raw.isEmpty()) {
            return Optional.empty();
        }
        try {
            // In user and password a plus is a plus; only in forms it means a space.
            return Optional.of(URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw unreadable(text, example);
        }
    }

    private static ConfigurationFailure unreadable(Setting<String> text, String example) {
        return new ConfigurationFailure(
                "The address from %s cannot be read; write it like %s, special characters of user and password percent-encoded."
                        .formatted(text.origin().label(), example));
    }
}
