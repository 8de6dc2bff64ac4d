package io.clearmltenants.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A MongoDB connection string in parts; all of them as they stand in the text, percent-encoded.
 *
 * @param scheme "mongodb" or "mongodb+srv"
 * @param user empty if access is not controlled
 * @param password empty if none is given
 * @param hosts one or several, each with its port
 * @param database the path; empty if none is given
 * @param query the options
 */
record MongoUri(
        String scheme,
        String user,
        Optional<String> password,
        String hosts,
        String database,
        String query) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(mongodb(?:\\+srv)?)://(?:([^:@/]*)(?::([^/?]*))?@)?([^/?@]+)(?:/([^?]*))?(?:\\?(.*))?");

    /** The parts of a connection string, or of a host alone; empty if it has another shape. */
    static Optional<MongoUri> parse(String text) {
        String whole = text.contains("://") ? text : "mongodb://" + text;
        Matcher parts = SHAPE.matcher(whole);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new MongoUri(
                        parts.group(1),
                        orEmpty(parts.group(2)),
                        Optional.ofNullable(parts.group(3)),
                        parts.group(4),
                        orEmpty(parts.group(5)),
                        orEmpty(parts.group(6))));
    }

    /** The value of an option; its name is compared without case. */
    Optional<String> option(String name) {
        return options()
                .filter(option -> option.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .map(option -> option.substring(name.length() + 1))
                .findFirst();
    }

    MongoUri without(String name) {
        return withQuery(
                options()
                        .filter(
                                option ->
                                        !option.regionMatches(
                                                true, 0, name + "=", 0, name.length() + 1))
                        .collect(Collectors.joining("&")));
    }

    MongoUri withQuery(String options) {
        return new MongoUri(scheme, user, password, hosts, database, options);
    }

    MongoUri withHosts(String names) {
        return new MongoUri(scheme, user, password, names, database, query);
    }

    MongoUri withUser(String name) {
        return new MongoUri(scheme, encoded(name), password, hosts, database, query);
    }

    MongoUri withPassword(String secret) {
        return new MongoUri(scheme, user, Optional.of(encoded(secret)), hosts, database, query);
    }

    /**
     * The same server and login, another database. A driver logs in to the database of the path
     * unless an option says otherwise, so the option keeps what was meant before.
     */
    MongoUri withDatabase(String name) {
        String login = database.isEmpty() ? "admin" : database;
        boolean keeps = user.isEmpty() || option("authSource").isPresent() || outside();
        String separator = query.isEmpty() ? "" : query + "&";
        return new MongoUri(
                scheme,
                user,
                password,
                hosts,
                name,
                keeps ? query : separator + "authSource=" + login);
    }

    /** The connection string. */
    String text() {
        return text(password.map(secret -> ":" + secret).orElse(""), query);
    }

    /** The connection string for people: without password and without options that hold secrets. */
    String masked() {
        String shown =
                options()
                        .map(
                                option ->
                                        option.matches("(?i)[^=]*(password|properties)=.*")
                                                ? option.replaceFirst("=.*", "=***")
                                                : option)
                        .collect(Collectors.joining("&"));
        return text(password.isPresent() ? ":***" : "", shown);
    }

    private String text(String secret, String options) {
        return scheme
                + "://"
                + (user.isEmpty() ? "" : user + secret + "@")
                + hosts
                + "/"
                + database
                + (options.isEmpty() ? "" : "?" + options);
    }

    /** True if the login is no database's: AWS, Kerberos, LDAP, certificates. */
    private boolean outside() {
        return option("authMechanism").filter(name -> !name.startsWith("SCRAM")).isPresent();
    }

    private Stream<String> options() {
        return Stream.of(query.split("[&;]")).filter(option -> !option.isEmpty());
    }

    private static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String orEmpty(String part) {
        return part == null ? "" : part;
    }
}
