package io.clearmltenants.redis;

import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** How the keys of one family are found; whether they are the tenant's is not decided here. */
sealed interface Candidates {
    /** Python writes keys as UTF-8; of a name that is not, the exact bytes are not known here. */
    String UNDECODABLE = "\uFFFD";

    /**
     * @param size how many keys a batch holds at most
     */
    Stream<Batch> in(KeySpace space, Target target, int size);

    /** Those of some names of one server that {@link #in} could have found. */
    Stream<Batch> among(Node node, List<String> names, Target target);

    /** Those whose names are of this kind. */
    static Candidates of(KeyName name) {
        List<String> beginnings = name.beginnings();
        return switch (name.then()) {
            case COMPANY_AND_MORE -> new Carrying(beginnings);
            case COMPANY -> new Exact(target -> beginnings.stream().map(own(target)));
            case QUEUE -> new Exact(target -> beginnings.stream().flatMap(queues(target)));
            case OTHER -> new Beginning(beginnings);
        };
    }

    private static Function<String, String> own(Target target) {
        return beginning -> beginning + target.id().value();
    }

    private static Function<String, Stream<String>> queues(Target target) {
        return beginning -> target.ids().stream(IdKind.QUEUE).map(beginning::concat);
    }

    /** The tenant's id follows one of these prefixes. */
    record Carrying(List<String> prefixes) implements Candidates {
        @Override
        public Stream<Batch> in(KeySpace space, Target target, int size) {
            return prefixes.stream()
                    .flatMap(prefix -> scan(space, prefix, beginning(prefix, target), size));
        }

        @Override
        public Stream<Batch> among(Node node, List<String> names, Target target) {
            return prefixes.stream()
                    .map(prefix -> some(node, names, prefix, beginning(prefix, target)));
        }

        private static String beginning(String prefix, Target target) {
            return prefix + target.id().value() + "_";
        }
    }

    /** Names that say nothing about the tenant: the values do. */
    record Beginning(List<String> prefixes) implements Candidates {
        @Override
        public Stream<Batch> in(KeySpace space, Target target, int size) {
            return prefixes.stream().flatMap(prefix -> scan(space, prefix, prefix, size));
        }

        @Override
        public Stream<Batch> among(Node node, List<String> names, Target target) {
            return prefixes.stream().map(prefix -> some(node, names, prefix, prefix));
        }
    }

    /** Names that are known to the letter. */
    record Exact(Function<Target, Stream<String>> known) implements Candidates {
        @Override
        public Stream<Batch> in(KeySpace space, Target target, int size) {
            return known.apply(target)
                    .gather(Gatherers.windowFixed(space.isCluster() ? 1 : size))
                    .flatMap(
                            names -> {
                                Node node = space.nodeOf(names.getFirst());
                                return Stream.of(new Batch(node, "", names)).onClose(node::close);
                            });
        }

        @Override
        public Stream<Batch> among(Node node, List<String> names, Target target) {
            try (Stream<String> all = known.apply(target)) {
                return Stream.of(new Batch(node, "", all.filter(names::contains).toList()));
            }
        }
    }

    private static Stream<Batch> scan(KeySpace space, String prefix, String beginning, int size) {
        return space.overNodes(
                node ->
                        node.names(GlobPattern.literal(beginning) + "*")
                                .filter(name -> isUsable(name, beginning))
                                .gather(Gatherers.windowFixed(size))
                                .map(names -> new Batch(node, prefix, names)));
    }

    private static Batch some(Node node, List<String> names, String prefix, String beginning) {
        return new Batch(
                node, prefix, names.stream().filter(name -> isUsable(name, beginning)).toList());
    }

    private static boolean isUsable(String name, String beginning) {
        return name.startsWith(beginning) && !name.contains(UNDECODABLE);
    }
}
