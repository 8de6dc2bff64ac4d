package io.clearmltenants.connect;

import io.clearmltenants.connect.Server.RedisDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where Redis is, resolved as A/redis_manager.py:12-75 does it. */
record RedisSettings(ConfigTree tree, Environment environment, ServerFlags flags) {
    private static final Origin FLAG = Origin.flag("--redis");
    private static final String EXAMPLE = "rediss://USER@HOST:6379";
    private static final String FILESERVER = "fileserver";

    /** The fileserver's database (F/config/default/hosts.conf:7). */
    private static final int FILESERVER_DATABASE = 8;

    private static final int USUAL_PORT = 6379;

    /**
     * Every alias that the configuration names. The fileserver's own configuration may not be here:
     * then its database is taken to be on the API server's Redis.
     *
     * @throws ConfigurationFailure if one cannot be reached with what was said
     */
    Map<String, RedisDatabase> databases() {
        Map<String, RedisDatabase> databases = new TreeMap<>();
        for (String alias : tree.children("hosts", "redis")) {
            databases.put(alias, database(alias, alias, 0));
        }
        databases.computeIfAbsent(
                FILESERVER, alias -> database(alias, "apiserver", FILESERVER_DATABASE));
        return databases;
    }

    /** The certificate authorities that an alias's configuration names. */
    Optional<Setting<Path>> caFile() {
        return tree.children("hosts", "redis").stream()
                .flatMap(alias -> tree.text("hosts", "redis", alias, "ssl_ca_certs").stream())
                .map(set -> new Setting<>(Path.of(set.value()), set.origin()))
                .findFirst();
    }

    /**
     * @param like the alias whose address, user and password hold
     * @param number the database if the configuration names none
     */
    private RedisDatabase database(String alias, String like, int number) {
        Optional<Address> flag = flag();
        boolean cluster = tree.isTrue("hosts", "redis", like, "cluster");
        if (flag.isEmpty() && tree.list("hosts", "redis", like, "sentinels").isPresent()) {
            throw new ConfigurationFailure(
                    "The configuration reaches Redis through sentinels (hosts.redis."
                            + like
                            + "); give the master's address with --redis.");
        }
        Optional<Setting<String>> user = user(flag, like);
        Optional<Setting<Secret>> password = password(flag, alias, like);
        requirePassword(user, password);
        int configured = tree.number("hosts", "redis", alias, "db").orElse(number);
        Setting<String> host = host(flag, like);
        Optional<Setting<String>> port = flag.isPresent() ? Optional.empty() : port(like);
        return new RedisDatabase(
                port.map(Setting::origin)
                        .filter(origin -> origin.kind() == Origin.Kind.ENVIRONMENT)
                        .map(origin -> new Setting<>(host.value(), host.origin().with(origin)))
                        .orElse(host),
                flag.map(address -> address.port().orElse(USUAL_PORT))
                        .or(() -> port.map(set -> Port.of(set, "Redis")))
                        .orElse(USUAL_PORT),
                cluster ? 0 : configured,
                user,
                password,
                flag.map(address -> address.scheme().equals(Optional.of("rediss")))
                        .orElseGet(() -> tree.isTrue("hosts", "redis", like, "ssl")),
                cluster);
    }

    private Optional<Address> flag() {
        return flags.redis()
                .map(text -> Address.parse(new Setting<>(text, FLAG), EXAMPLE))
                .map(RedisSettings::checked);
    }

    private static Address checked(Address address) {
        String scheme = address.scheme().orElse("redis");
        if (!scheme.equals("redis") && !scheme.equals("rediss")) {
            throw new ConfigurationFailure(
                    "--redis begins with '%s://'; write it like %s.".formatted(scheme, EXAMPLE));
        }
        if (!address.path().isEmpty()) {
            throw new ConfigurationFailure(
                    "--redis has something after host and port, but the server uses several databases; write it like %s, special characters of user and password percent-encoded."
                            .formatted(EXAMPLE));
        }
        return address;
    }

    private Setting<String> host(Optional<Address> flag, String like) {
        return flag.map(address -> new Setting<>(address.host(), FLAG))
                .or(
                        () ->
                                environment.first(
                                        "CLEARML_REDIS_SERVICE_HOST",
                                        "TRAINS_REDIS_SERVICE_HOST",
                                        "REDIS_SERVICE_HOST"))
                .or(() -> tree.text("hosts", "redis", like, "host"))
                .map(RedisSettings::hostAlone)
                .orElseThrow(
                        () ->
                                new ConfigurationFailure(
                                        "The configuration has no hosts.redis."
                                                + like
                                                + ".host; give the address with --redis."));
    }

    private static Setting<String> hostAlone(Setting<String> host) {
        String plain = host.value().strip().replaceFirst("^\\[(.*)]$", "$1");
        if (!plain.matches("[^/@\\s\"']+")) {
            throw new ConfigurationFailure(
                    "Redis's host (%s) is not a host name or address; fix it, or give the address with --redis."
                            .formatted(host.origin().label()));
        }
        return new Setting<>(plain, host.origin());
    }

    private Optional<Setting<String>> port(String like) {
        return environment
                .first(
                        "CLEARML_REDIS_SERVICE_PORT",
                        "TRAINS_REDIS_SERVICE_PORT",
                        "REDIS_SERVICE_PORT")
                .or(() -> tree.text("hosts", "redis", like, "port"));
    }

    private Optional<Setting<String>> user(Optional<Address> flag, String like) {
        return flag.flatMap(Address::user)
                .map(user -> new Setting<>(user, FLAG))
                .or(() -> tree.text("hosts", "redis", like, "username"));
    }

    private Optional<Setting<Secret>> password(Optional<Address> flag, String alias, String like) {
        return PasswordFile.read("--redis-password-file", flags.redisPasswordFile())
                .or(() -> flag.flatMap(Address::password).map(set -> new Setting<>(set, FLAG)))
                .or(
                        () ->
                                environment
                                        .first(
                                                "CLEARML_TENANTS_REDIS_PASSWORD",
                                                "CLEARML_REDIS_SERVICE_PASSWORD",
                                                "TRAINS_REDIS_SERVICE_PASSWORD",
                                                "REDIS_SERVICE_PASSWORD")
                                        .or(() -> tree.text("secure", "redis", alias, "password"))
                                        .or(() -> tree.text("hosts", "redis", alias, "password"))
                                        .or(() -> tree.text("secure", "redis", like, "password"))
                                        .or(() -> tree.text("hosts", "redis", like, "password"))
                                        .map(RedisSettings::secret));
    }

    private static Setting<Secret> secret(Setting<String> text) {
        return new Setting<>(new Secret(text.value()), text.origin());
    }

    private static void requirePassword(
            Optional<Setting<String>> user, Optional<Setting<Secret>> password) {
        if (user.isPresent() && password.isEmpty()) {
            throw new ConfigurationFailure(
                    "Redis's user '%s' (%s) has no password; give --redis-password-file or set CLEARML_TENANTS_REDIS_PASSWORD."
                            .formatted(user.get().value(), user.get().origin().label()));
        }
    }
}
