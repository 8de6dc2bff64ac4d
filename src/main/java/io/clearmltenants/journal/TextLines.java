package io.clearmltenants.journal;

import io.clearmltenants.json.PlainFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lines of a text file in a run's folder; whatever keeps them from being read is said so. */
final class TextLines implements Iterator<String> {
    private final Path file;
    private final Iterator<String> lines;

    private TextLines(Path file, Iterator<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * The lines, to be closed; none if there is no such file.
     *
     * @throws JournalFailure if they cannot be read, now or on the way
     */
    static Stream<String> of(Path file) {
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        try {
            Stream<String> lines = Files.lines(PlainFile.checked(file));
            Iterator<String> checked = new TextLines(file, lines.iterator());
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(checked, Spliterator.ORDERED),
                            false)
                    .onClose(lines::close);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return lines.hasNext();
        } catch (UncheckedIOException failure) {
            throw unreadable(file, failure.getCause());
        }
    }

    @Override
    public String next() {
        return lines.next();
    }

    private static JournalFailure unreadable(Path file, IOException failure) {
        return new JournalFailure(
                failure instanceof CharacterCodingException
                        ? file + " is damaged: it is not text."
                        : file + " cannot be read: " + failure.getMessage() + ".",
                failure);
    }
}
