package io.clearmltenants.connect;

import com.typesafe.config.ConfigValue;
import io.clearmltenants.connect.Server.ElasticCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where Elasticsearch is, resolved as A/es_factory.py:16-158 does it. */
record ElasticSettings(ConfigTree tree, Environment environment, ServerFlags flags) {
    private static final Origin FLAG = Origin.flag("--elastic");

    /**
     * Every cluster that the configuration names.
     *
     * @throws ConfigurationFailure if one cannot be reached with what was said
     */
    Map<String, ElasticCluster> clusters() {
        Map<String, ElasticCluster> clusters = new TreeMap<>();
        for (String name : tree.children("hosts", "elastic")) {
            clusters.put(name, cluster(name));
        }
        return clusters;
    }

    /** The certificate authorities that a cluster's configuration names. */
    Optional<Setting<Path>> caFile() {
        return tree.children("hosts", "elastic").stream()
                .flatMap(name -> tree.text("hosts", "elastic", name, "args", "ca_certs").stream())
                .map(set -> new Setting<>(Path.of(set.value()), set.origin()))
                .findFirst();
    }

    private ElasticCluster cluster(String name) {
        Optional<Address> flag = flag();
        Optional<Setting<String>> user =
                flag.flatMap(Address::user)
                        .map(set -> new Setting<>(set, FLAG))
                        .or(() -> configuredUser(name));
        Setting<List<String>> hosts =
                flag.map(address -> ElasticNode.of(address, FLAG))
                        .map(node -> new Setting<>(List.of(node.url()), FLAG))
                        .orElseGet(() -> hosts(name));
        return new ElasticCluster(
                hosts,
                user,
                user.map(set -> password(flag, set)).or(this::noPasswordWithoutUser),
                !tree.isFalse("hosts", "elastic", name, "args", "verify_certs"));
    }

    private Optional<Address> flag() {
        return flags.elastic()
                .map(text -> Address.parse(new Setting<>(text, FLAG), ElasticNode.EXAMPLE));
    }

    private Optional<Setting<String>> configuredUser(String name) {
        if (tree.isFalse("hosts", "elastic", name, "secure")) {
            return Optional.empty();
        }
        return environment
                .first("CLEARML_ELASTIC_SERVICE_USERNAME")
                .or(() -> tree.text("secure", "elastic", "user"));
    }

    private Setting<Secret> password(Optional<Address> flag, Setting<String> user) {
        return PasswordFile.read("--elastic-password-file", flags.elasticPasswordFile())
                .or(() -> flag.flatMap(Address::password).map(set -> new Setting<>(set, FLAG)))
                .or(this::configuredPassword)
                .orElseThrow(
                        () ->
                                new ConfigurationFailure(
                                        "Elasticsearch's user '%s' (%s) has no password; give --elastic-password-file or set CLEARML_TENANTS_ELASTIC_PASSWORD."
                                                .formatted(user.value(), user.origin().label())));
    }

    private Optional<Setting<Secret>> configuredPassword() {
        return environment
                .first("CLEARML_TENANTS_ELASTIC_PASSWORD", "CLEARML_ELASTIC_SERVICE_PASSWORD")
                .or(() -> tree.text("secure", "elastic", "password"))
                .map(set -> new Setting<>(new Secret(set.value()), set.origin()));
    }

    /** The server ignores a configured password without a user; one from our own flag is a slip. */
    private Optional<Setting<Secret>> noPasswordWithoutUser() {
        if (flags.elasticPasswordFile().isPresent()) {
            throw new ConfigurationFailure(
                    "--elastic-password-file is given but no user; write the user into the address, like --elastic "
                            + ElasticNode.EXAMPLE
                            + ".");
        }
        return Optional.empty();
    }

    private Setting<List<String>> hosts(String name) {
        Setting<List<ConfigValue>> nodes =
                tree.list("hosts", "elastic", name, "hosts")
                        .filter(set -> !set.value().isEmpty())
                        .orElseThrow(() -> noHosts(name));
        var host =
                environment.first(
                        "CLEARML_ELASTIC_SERVICE_HOST",
                        "TRAINS_ELASTIC_SERVICE_HOST",
                        "ELASTIC_SERVICE_HOST",
                        "ELASTIC_SERVICE_SERVICE_HOST");
        var port =
                environment.first(
                        "CLEARML_ELASTIC_SERVICE_PORT",
                        "TRAINS_ELASTIC_SERVICE_PORT",
                        "ELASTIC_SERVICE_PORT");
        Origin base = host.map(Setting::origin).orElse(nodes.origin());
        return new Setting<>(
                nodes.value().stream()
                        .map(node -> ElasticNode.of(node, name).at(host, port).url())
                        .distinct()
                        .toList(),
                port.map(set -> base.with(set.origin())).orElse(base));
    }

    private static ConfigurationFailure noHosts(String cluster) {
        return new ConfigurationFailure(
                "The configuration's hosts.elastic."
                        + cluster
                        + ".hosts names no host; fix it, or give the address with --elastic.");
    }
}
