package io.clearmltenants.connect;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where MongoDB is, resolved as A/database/__init__.py:19-117 does it. */
record MongoSettings(ConfigTree tree, Environment environment, ServerFlags flags) {
    private static final String EXAMPLE = "mongodb://USER@HOST:27017/?authSource=admin";
    private static final List<String> ALIASES = List.of("backend", "auth");

    /**
     * The connection string of a database by its alias, "backend" or "auth"; its path names the
     * database.
     *
     * @throws ConfigurationFailure if what was said makes no connection string
     */
    Setting<String> database(String alias) {
        Setting<MongoUri> said = said(alias);
        Setting<MongoUri> complete = withPassword(said);
        MongoUri uri = complete.value().without("tlsCAFile");
        if (uri.database().isEmpty()) {
            uri = uri.withDatabase(name(alias));
        }
        check(uri, said.origin());
        return new Setting<>(uri.text(), complete.origin());
    }

    /** The certificate authorities that the connection string of the database names. */
    Optional<Setting<Path>> caFile() {
        Setting<MongoUri> said = said("backend");
        return said.value()
                .option("tlsCAFile")
                .map(file -> new Setting<>(Path.of(file), said.origin()));
    }

    private Setting<MongoUri> said(String alias) {
        if (flags.mongo().isPresent()) {
            return flag(alias, flags.mongo().get());
        }
        return environment
                .first("CLEARML_MONGODB_SERVICE_CONNECTION_STRING")
                .map(MongoSettings::parsed)
                .orElseGet(() -> configured(alias));
    }

    /**
     * One flag stands for both databases. A path that names one of them, or the login's database,
     * therefore does not move the other one there; any other path is where the server has both.
     */
    private Setting<MongoUri> flag(String alias, String text) {
        Setting<MongoUri> uri = parsed(new Setting<>(text, Origin.flag("--mongo")));
        String path = uri.value().database();
        boolean means = ALIASES.contains(path) || path.equals("admin");
        return means ? new Setting<>(uri.value().withDatabase(name(alias)), uri.origin()) : uri;
    }

    private Setting<MongoUri> configured(String alias) {
        Setting<MongoUri> base =
                tree.text("hosts", "mongo", alias, "host")
                        .map(MongoSettings::parsed)
                        .orElseThrow(
                                () ->
                                        new ConfigurationFailure(
                                                "The configuration has no hosts.mongo."
                                                        + alias
                                                        + ".host; give the address with --mongo."));
        return withLogin(withPort(withHost(base)));
    }

    private Setting<MongoUri> withHost(Setting<MongoUri> base) {
        return environment
                .first(
                        "CLEARML_MONGODB_SERVICE_HOST",
                        "TRAINS_MONGODB_SERVICE_HOST",
                        "MONGODB_SERVICE_HOST",
                        "MONGODB_SERVICE_SERVICE_HOST")
                .map(
                        host -> {
                            String port = base.value().hosts().replaceFirst("^.*?(:\\d+)?$", "$1");
                            MongoUri uri = base.value().withHosts(unquoted(host.value()) + port);
                            return new Setting<>(uri, host.origin());
                        })
                .orElse(base);
    }

    private Setting<MongoUri> withPort(Setting<MongoUri> base) {
        return environment
                .first(
                        "CLEARML_MONGODB_SERVICE_PORT",
                        "TRAINS_MONGODB_SERVICE_PORT",
                        "MONGODB_SERVICE_PORT")
                .map(
                        said -> {
                            int port = Port.of(said, "MongoDB");
                            String hosts =
                                    Stream.of(base.value().hosts().split(","))
                                            .map(host -> host.replaceFirst(":\\d+$", ""))
                                            .map(host -> host + ":" + port)
                                            .collect(Collectors.joining(","));
                            return new Setting<>(
                                    base.value().withHosts(hosts),
                                    base.origin().with(said.origin()));
                        })
                .orElse(base);
    }

    private Setting<MongoUri> withLogin(Setting<MongoUri> base) {
        MongoUri uri = base.value();
        Origin origin = base.origin();
        var user = environment.first("CLEARML_MONGODB_SERVICE_USERNAME");
        var password = environment.first("CLEARML_MONGODB_SERVICE_PASSWORD");
        var query = environment.first("CLEARML_MONGODB_SERVICE_QUERY");
        if (user.isPresent()) {
            uri = uri.withUser(user.get().value());
            origin = origin.with(user.get().origin());
        }
        if (password.isPresent()) {
            uri = uri.withPassword(password.get().value());
            origin = origin.with(password.get().origin());
        }
        if (query.isPresent()) {
            uri = uri.withQuery(query.get().value().replaceFirst("^\\?", ""));
            origin = origin.with(query.get().origin());
        }
        return new Setting<>(uri, origin);
    }

    private Setting<MongoUri> withPassword(Setting<MongoUri> said) {
        MongoUri uri = said.value();
        var file = PasswordFile.read("--mongo-password-file", flags.mongoPasswordFile());
        var variable =
                environment
                        .first("CLEARML_TENANTS_MONGO_PASSWORD")
                        .map(set -> new Setting<>(new Secret(set.value()), set.origin()))
                        .filter(set -> flags.mongo().isEmpty() || uri.password().isEmpty());
        return file.or(() -> variable)
                .map(
                        secret -> {
                            requireUser(uri, secret.origin());
                            return new Setting<>(
                                    uri.withPassword(secret.value().value()),
                                    said.origin().with(secret.origin()));
                        })
                .orElse(said);
    }

    private static void requireUser(MongoUri uri, Origin password) {
        if (uri.user().isEmpty()) {
            throw new ConfigurationFailure(
                    "There is a password for MongoDB (%s) but no user; write the user into the address, like %s."
                            .formatted(password.label(), EXAMPLE));
        }
    }

    private String name(String alias) {
        return tree.text("hosts", "mongo", alias, "name")
                .or(() -> tree.text("hosts", "mongo", alias, "db"))
                .map(Setting::value)
                .orElse(alias);
    }

    private static Setting<MongoUri> parsed(Setting<String> text) {
        return MongoUri.parse(unquoted(text.value()))
                .map(uri -> new Setting<>(uri, text.origin()))
                .orElseThrow(() -> unreadable(text.origin()));
    }

    /** An address with options had to be quoted for the server's parser; the quotes may be left. */
    private static String unquoted(String text) {
        return text.strip().replaceFirst("^([\"'])(.*)\\1$", "$2");
    }

    /** The driver's own check; of a "mongodb+srv" address it would ask the name server. */
    private static void check(MongoUri uri, Origin origin) {
        if (!uri.user().isEmpty()
                && uri.password().isEmpty()
                && uri.option("authMechanism").isEmpty()) {
            throw new ConfigurationFailure(
                    "MongoDB's user '%s' (%s) has no password; give --mongo-password-file or set CLEARML_TENANTS_MONGO_PASSWORD."
                            .formatted(uri.user(), origin.label()));
        }
        try {
            if (uri.scheme().equals("mongodb")) {
                new ConnectionString(uri.text());
            }
        } catch (IllegalArgumentException wrong) {
            throw unreadable(origin);
        }
    }

    private static ConfigurationFailure unreadable(Origin origin) {
        return new ConfigurationFailure(
                "The MongoDB address from %s cannot be read; write it like %s, special characters of user and password percent-encoded."
                        .formatted(origin.label(), EXAMPLE));
    }
}
