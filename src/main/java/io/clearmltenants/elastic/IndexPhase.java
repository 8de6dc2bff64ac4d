package io.clearmltenants.elastic;

import io.clearmltenants.json.Digests;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** What the indices hold, for people. */
    abstract String why();

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
        return families.entrySet().stream().map(family -> item(family.getKey(), family.getValue()));
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

    private Item item(String key, List<IndexState> family) {
        family.sort(Comparator.comparing(IndexState::name));
        List<String> names = family.stream().map(IndexState::name).toList();
        return new Item(
                name(),
                names.size() == 1 ? "index" : "indices",
                range(names),
                Map.of(
                        "cluster",
                        family.getFirst().cluster(),
                        Item.FAMILY,
                        key,
                        "indices",
                        String.join(",", names)),
                new Amount(family.size(), "indices", total(family, IndexState::bytes)),
                why(),
                Optional.of(fingerprint(family)));
    }

    private static String range(List<String> names) {
        return names.size() == 1 ? names.getFirst() : names.getFirst() + " to " + names.getLast();
    }

    private static long total(List<IndexState> family, Function<IndexState, Long> number) {
        return family.stream().mapToLong(number::apply).sum();
    }

    private static String fingerprint(List<IndexState> family) {
        String names =
                family.stream()
                        .map(index -> index.name() + "=" + index.uuid())
                        .collect(Collectors.joining("\n"));
        return Digests.sha256Hex(names);
    }
}
