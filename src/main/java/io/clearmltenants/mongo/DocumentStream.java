package io.clearmltenants.mongo;

import com.mongodb.client.MongoCursor;
import io.clearmltenants.phase.TransientFailure;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The documents of one query, read one by one whatever their number. The query is asked when the
 * first one is wanted, so that of several in a row none waits so long that the server drops it.
 */
final class DocumentStream<T> extends Spliterators.AbstractSpliterator<T> {
    /** Few enough for any memory; else the server sends 16 MB at once, hundreds of thousands. */
    static final int BATCH = 5_000;

    private final Supplier<MongoCursor<T>> query;
    private MongoCursor<T> cursor;

    private DocumentStream(Supplier<MongoCursor<T>> query) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.query = query;
    }

    /**
     * The stream, which its reader closes.
     *
     * <p>Reading throws a {@link TransientFailure} when the cursor dies in the middle: the query
     * has to be asked again.
     */
    static <T> Stream<T> of(Supplier<MongoCursor<T>> query) {
        DocumentStream<T> documents = new DocumentStream<>(query);
        return StreamSupport.stream(documents, false).onClose(documents::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (!MongoFailures.translated(this::hasNext)) {
            return false;
        }
        action.accept(cursor.next());
        return true;
    }

    private boolean hasNext() {
        if (cursor == null) {
            cursor = query.get();
        }
        return cursor.hasNext();
    }

    private void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
