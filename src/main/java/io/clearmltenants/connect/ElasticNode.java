package io.clearmltenants.connect;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Optional;

/**
 * One node of an Elasticsearch cluster, as far as something says where it is.
 *
 * @param origin who named the node
 */
record ElasticNode(
        Optional<String> scheme,
        Optional<String> host,
        Optional<Setting<String>> port,
        Origin origin) {
    static final String EXAMPLE = "https://USER@HOST:9200";
    private static final int USUAL_PORT = 9200;

    /** A configured node: a structure of host, port and scheme, or an address. */
    static ElasticNode of(ConfigValue node, String cluster) {
        Origin origin = ConfigTree.origin(node, "hosts", "elastic", cluster, "hosts");
        if (!(node instanceof ConfigObject object)) {
            String text = String.valueOf(node.unwrapped());
            return of(Address.parse(new Setting<>(text, origin), EXAMPLE), origin);
        }
        ConfigTree parts = new ConfigTree(object);
        // The Helm chart renders an empty scheme (H templates/_helpers.tpl:197-199).
        Optional<String> scheme =
                parts.text("scheme")
                        .map(Setting::value)
                        .or(() -> Optional.of("https").filter(tls -> parts.isTrue("use_ssl")));
        return new ElasticNode(
                scheme, parts.text("host").map(Setting::value), parts.text("port"), origin);
    }

    static ElasticNode of(Address address, Origin origin) {
        return new ElasticNode(
                address.scheme(),
                Optional.of(address.host()),
                address.port().map(port -> new Setting<>(String.valueOf(port), origin)),
                origin);
    }

    /** The same node if a variable names another host or port. */
    ElasticNode at(Optional<Setting<String>> otherHost, Optional<Setting<String>> otherPort) {
        return new ElasticNode(
                scheme,
                otherHost.map(Setting::value).or(() -> host),
                otherPort.or(() -> port),
                otherHost.map(Setting::origin).orElse(origin));
    }

    /**
     * The node's URL, without credentials.
     *
     * @throws ConfigurationFailure if it names no host or makes no URL
     */
    String url() {
        String protocol = scheme.orElse("http");
        if (!protocol.matches("https?")) {
            throw wrong("has the scheme '" + protocol + "'");
        }
        String name = host.map(String::strip).orElseThrow(() -> wrong("has no host"));
        // A bare IPv6 address needs brackets before a port can follow.
        String bracketed = name.matches("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:.*") ? "[" + name + "]" : name;
        if (!bracketed.matches("\\[[0-9A-Fa-f:.%]+]|[^:/@?#\\[\\]\\s\"']+")) {
            throw wrong("has a host that is no name or address");
        }
        int number = port.map(set -> Port.of(set, "Elasticsearch")).orElse(USUAL_PORT);
        return protocol + "://" + bracketed + ":" + number;
    }

    private ConfigurationFailure wrong(String what) {
        return new ConfigurationFailure(
                "Elasticsearch's address (%s) %s; fix it, or give one like --elastic %s."
                        .formatted(origin.label(), what, EXAMPLE));
    }
}
