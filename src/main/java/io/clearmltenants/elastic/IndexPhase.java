package io.clearmltenants.elastic;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A phase over whole indices: an item is one kind of index, its address the exact names. */
abstract class IndexPhase implements Phase {
    private final ElasticClusters clusters;
    private final Indices indices;

    IndexPhase(ElasticClusters clusters, Indices indices) {
        this.clusters = clusters;
        this.indices = indices;
    }

    /** The kind of index where the name is the tenant's and of this phase. */
    abstract Optional<String> family(IndexNames names, String index);

    @Override
    public Stream<Item> find(Target target) {
        IndexNames names = new IndexNames(target.id());
        Map<String, List<IndexState>> families = new TreeMap<>();
        for (IndexState index : indices.list()) {
            ownFamily(names, index)
                    .ifPresent(
                            family ->
                                    families.computeIfAbsent(
                                                    index.cluster() + "/" + family,
                                                    key -> new ArrayList<>())
                                            .add(index));
        }
        String why = why(families.values());
        return families.entrySet().stream()
                .map(family -> item(family.getKey(), family.getValue(), why));
    }

    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        ElasticCluster cluster = clusters.withUuid(item.at("cluster"));
        List<String> left = new ArrayList<>(List.of(item.at("indices").split(",")));
        left.retainAll(existing(item.at("cluster")));
        if (left.isEmpty()) {
            return false;
        }
        List<String> chunk = DeleteRequest.firstChunk(left);
        gate.write(
                item,
                chunk.size() + " indices: " + String.join(", ", chunk),
                () -> DeleteRequest.delete(cluster, chunk));
        return chunk.size() < left.size();
    }

    /**
     * An index counts by its own name, or by an alias that is the tenant's where no alias is
     * anybody else's.
     */
    private Optional<String> ownFamily(IndexNames names, IndexState index) {
        Optional<String> byName = family(names, index.name());
        if (byName.isPresent() || !index.aliases().stream().allMatch(names::own)) {
            return byName;
        }
        return index.aliases().stream()
                .map(alias -> family(names, alias))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<String> existing(String cluster) {
        return indices.list().stream()
                .filter(index -> index.cluster().equals(cluster))
                .map(IndexState::name)
                .toList();
    }

    private Item item(String key, List<IndexState> family, String why) {
        family.sort(Comparator.comparing(IndexState::name));
        List<String> names = family.stream().map(IndexState::name).toList();
        String uuid = family.getFirst().cluster();
        return new Item(
                name(),
                "indices",
                "%s (cluster %s)"
                        .formatted(
                                key.substring(key.indexOf('/') + 1),
                                clusters.withUuid(uuid).name()),
                Map.of("cluster", uuid, "indices", String.join(",", names)),
                new Amount(family.size(), "indices", total(family, IndexState::bytes)),
                why,
                Optional.of(fingerprint(family)));
    }

    /** Why they are the tenant's; the same for all of a phase, so that it is said once. */
    private static String why(Collection<List<IndexState>> families) {
        long documents =
                families.stream().mapToLong(family -> total(family, IndexState::documents)).sum();
        return String.format(Locale.ROOT, "named after the tenant's id; documents: %,d", documents);
    }

    private static long total(List<IndexState> family, Function<IndexState, Long> number) {
        return family.stream().mapToLong(number::apply).sum();
    }

    private static String fingerprint(List<IndexState> family) {
        String names =
                family.stream()
                        .map(index -> index.name() + "=" + index.uuid())
                        .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(names.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
