package io.clearmltenants.tenant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Several ascending sources as one ascending stream that has each identifier once; it holds one
 * identifier of each source. From a source that is not ascending nothing is lost, but what it has
 * may come twice.
 */
public final class MergedIds implements Iterator<String> {
    private final List<Supplier<Stream<String>>> sources;
    private final List<Stream<String>> opened = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::id));
    private String last;

    /** A source's first identifier, and the others. */
    private record Head(String id, Iterator<String> others) {}

    private MergedIds(List<Supplier<Stream<String>>> sources) {
        this.sources = sources;
    }

    /** The sources are opened when the first identifier is wanted, and closed with the stream. */
    public static Stream<String> of(List<Supplier<Stream<String>>> sources) {
        MergedIds merged = new MergedIds(sources);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                merged, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(() -> merged.opened.forEach(Stream::close));
    }

    @Override
    public boolean hasNext() {
        if (opened.isEmpty()) {
            open();
        }
        while (!heads.isEmpty() && heads.peek().id().equals(last)) {
            takeFirst();
        }
        return !heads.isEmpty();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = takeFirst();
        return last;
    }

    private void open() {
        for (Supplier<Stream<String>> source : sources) {
            Stream<String> stream = source.get();
            opened.add(stream);
            putBack(stream.iterator());
        }
    }

    private String takeFirst() {
        Head first = heads.remove();
        putBack(first.others());
        return first.id();
    }

    private void putBack(Iterator<String> source) {
        if (source.hasNext()) {
            heads.add(new Head(source.next(), source));
        }
    }
}
