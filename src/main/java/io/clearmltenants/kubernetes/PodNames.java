package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.HostNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a container of the cluster uses: services and pods get a forward to them; hosts
 * outside are left to this machine where it reaches them, else the container's pod relays.
 */
final class PodNames implements HostNames {
    /** SERVICE, or POD.SERVICE of a headless one; with the namespace and the cluster's domain. */
    private static final Pattern FULL =
            Pattern.compile("(?:([^.]+)\\.)?([^.]+)\\.([^.]+)\\.svc(?:\\..+)?");

    private static final Pattern SHORT = Pattern.compile("([^.]+)(?:\\.([^.]+))?");
    private static final Set<String> ITSELF = Set.of("localhost", "127.0.0.1", "::1");
    private static final int REACH_MILLISECONDS = 3_000;

    private final ApiServer server;
    private final Container container;
    private final SortedSet<Integer> knownPorts;
    private final Forwards forwards;
    private final Map<String, List<InetAddress>> known = new HashMap<>();

    /**
     * @param container whose names they are
     * @param knownPorts those of hosts of which the cluster does not say it
     */
    PodNames(
            ApiServer server,
            Container container,
            SortedSet<Integer> knownPorts,
            Forwards forwards) {
        this.server = server;
        this.container = container;
        this.knownPorts = knownPorts;
        this.forwards = forwards;
    }

    @Override
    public synchronized List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> found = known.get(host);
        if (found == null) {
            found = find(host.replaceFirst("\\.$", ""));
            known.put(host, found);
        }
        return found;
    }

    private List<InetAddress> find(String host) throws UnknownHostException {
        return switch (place(host)) {
            case Place.Inside inside -> List.of(forwards.to(host, inside.dial()));
            case Place.Outside outside -> outside(outside.host());
        };
    }

    private List<InetAddress> outside(String host) throws UnknownHostException {
        List<InetAddress> own = ofThisMachine(host);
        if (own.stream().anyMatch(this::reached)) {
            return own;
        }
        RelayDial relay = new RelayDial(server, container, host, knownPorts);
        if (relay.knowsHost()) {
            return List.of(forwards.to(host, relay));
        }
        if (own.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return own;
    }

    /** Where a host is. */
    private sealed interface Place {
        record Inside(Dial dial) implements Place {}

        /**
         * @param host its name there, which may be another than the one in the cluster
         */
        record Outside(String host) implements Place {}
    }

    private Place place(String host) {
        if (ITSELF.contains(host)) {
            return new Place.Inside(new PodDial(server, container.pod().name(), knownPorts));
        }
        if (host.matches("[\\d.]+|.*:.*")) {
            return byAddress(host).<Place>map(Place.Inside::new).orElse(new Place.Outside(host));
        }
        Matcher full = FULL.matcher(host);
        Matcher brief = SHORT.matcher(host);
        Optional<Place> found = Optional.empty();
        if (full.matches()) {
            found = named(Optional.ofNullable(full.group(1)), full.group(2), full.group(3));
        } else if (brief.matches()) {
            found = brief(brief.group(1), Optional.ofNullable(brief.group(2)));
        }
        return found.orElse(new Place.Outside(host));
    }

    /** "SERVICE", "SERVICE.NAMESPACE" or "POD.SERVICE": what is there decides. */
    private Optional<Place> brief(String first, Optional<String> second) {
        return second.map(
                        part ->
                                named(Optional.of(first), part, server.namespace())
                                        .or(() -> named(Optional.empty(), first, part)))
                .orElseGet(() -> named(Optional.empty(), first, server.namespace()));
    }

    /** A name of two parts may be any host's: that we may not ask there says nothing. */
    private Optional<Place> named(Optional<String> pod, String service, String namespace) {
        ApiServer there = server.in(namespace);
        Optional<JsonNode> found =
                namespace.equals(server.namespace())
                        ? there.get("services", service)
                        : there.getIfAllowed("services", service);
        return found.flatMap(
                object -> {
                    String other = object.at("/spec/externalName").asText();
                    if (!other.isEmpty()) {
                        return Optional.of(place(other));
                    }
                    if (object.at("/spec/selector").isEmpty()) {
                        // Addresses written down by hand: only the cluster's network leads there.
                        return Optional.empty();
                    }
                    ServiceDial dial = new ServiceDial(there, object);
                    Optional<Dial> inside =
                            pod.map(name -> pod(there, name, dial)).orElse(Optional.of(dial));
                    return inside.map(Place.Inside::new);
                });
    }

    private static Optional<Dial> pod(ApiServer there, String name, ServiceDial service) {
        return there.get("pods", name)
                .map(Pod::new)
                .map(
                        pod -> {
                            SortedSet<Integer> ports = new TreeSet<>(service.ports());
                            ports.addAll(declared(pod));
                            return new PodDial(there, name, ports);
                        });
    }

    private Optional<Dial> byAddress(String address) {
        Optional<Dial> service =
                server.list("services", "").stream()
                        .filter(each -> each.at("/spec/clusterIP").asText().equals(address))
                        .filter(each -> !each.at("/spec/selector").isEmpty())
                        .findFirst()
                        .map(each -> new ServiceDial(server, each));
        return service.isPresent() ? service : podAt(address);
    }

    private Optional<Dial> podAt(String address) {
        return server.list("pods", "").stream()
                .map(Pod::new)
                .filter(pod -> pod.hasAddress(address))
                .findFirst()
                .map(pod -> new PodDial(server, pod.name(), declared(pod)));
    }

    private static SortedSet<Integer> declared(Pod pod) {
        SortedSet<Integer> ports = new TreeSet<>();
        pod.containers()
                .forEach(
                        container ->
                                container
                                        .ports()
                                        .forEach(
                                                port ->
                                                        ports.add(
                                                                port.path("containerPort")
                                                                        .asInt())));
        return ports;
    }

    private static List<InetAddress> ofThisMachine(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            // Only the cluster knows it then.
            return List.of();
        }
    }

    /** A name may be public and its address private: whether anything listens there tells. */
    private boolean reached(InetAddress address) {
        return knownPorts.stream().parallel().anyMatch(port -> listens(address, port));
    }

    private static boolean listens(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), REACH_MILLISECONDS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
