package io.clearmltenants.compose;

import io.clearmltenants.connect.HostNames;
import io.clearmltenants.docker.Attachment;
import io.clearmltenants.docker.Container;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names as the API server's container finds them: services, containers and aliases in its networks,
 * then what this machine knows.
 */
final class ContainerNames implements HostNames {
    /** Its containers are not found by name, unless they are linked. */
    private static final String DEFAULT_NETWORK = "bridge";

    private final Map<String, Set<String>> addresses = new HashMap<>();
    private final Map<String, String> stopped = new HashMap<>();
    private final Optional<String> own;

    /**
     * @param networked the API server's container, or that in whose network it is
     * @param networks the ids of those of its networks that this host is in
     * @param containers all that are in one of these networks
     */
    ContainerNames(Container networked, Set<String> networks, List<Container> containers) {
        own =
                networked.networks().stream()
                        .filter(place -> networks.contains(place.networkId()))
                        .map(Attachment::address)
                        .filter(address -> !address.isEmpty())
                        .findFirst();
        networked.extraHosts().forEach(this::addExtra);
        containers.forEach(container -> add(container, networked, networks));
    }

    private void addExtra(String line) {
        int colon = line.indexOf(':');
        if (!line.endsWith(":host-gateway")) {
            addresses.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    Set.of(line.substring(colon + 1)));
        }
    }

    private void add(Container container, Container networked, Set<String> networks) {
        for (Attachment place : container.networks()) {
            if (networks.contains(place.networkId())) {
                names(container, place, networked).forEach(name -> add(name, place, container));
            }
        }
    }

    private void add(String name, Attachment place, Container container) {
        String key = name.toLowerCase(Locale.ROOT);
        if (place.address().isEmpty()) {
            stopped.put(key, container.name() + " is " + container.state());
        } else {
            addresses.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(place.address());
        }
    }

    private static Set<String> names(Container container, Attachment place, Container networked) {
        Set<String> names = new LinkedHashSet<>();
        if (!place.network().equals(DEFAULT_NETWORK)) {
            names.add(container.name());
            names.addAll(place.aliases());
        }
        networked.links().stream()
                .filter(link -> link.startsWith("/" + container.name() + ":"))
                .forEach(link -> names.add(link.substring(link.lastIndexOf('/') + 1)));
        networked.networks().stream()
                .flatMap(mine -> mine.links().stream())
                .filter(link -> link.startsWith(container.name() + ":"))
                .forEach(link -> names.add(link.substring(link.indexOf(':') + 1)));
        return names;
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        String name = host.toLowerCase(Locale.ROOT);
        if (addresses.containsKey(name)) {
            List<InetAddress> found = new ArrayList<>();
            for (String address : addresses.get(name)) {
                found.add(named(host, address));
            }
            return found;
        }
        if (stopped.containsKey(name)) {
            throw new UnknownHostException(host + ": container " + stopped.get(name));
        }
        List<InetAddress> found = HostNames.ofThisMachine().addresses(host);
        // What the API server calls its own machine is its container.
        return own.isPresent() && found.getFirst().isLoopbackAddress()
                ? List.of(named(host, own.get()))
                : found;
    }

    /** Keeps the name beside the address, for TLS. */
    private static InetAddress named(String host, String address) throws UnknownHostException {
        return InetAddress.getByAddress(host, InetAddress.getByName(address).getAddress());
    }
}
