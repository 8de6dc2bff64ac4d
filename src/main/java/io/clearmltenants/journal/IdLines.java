package io.clearmltenants.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The identifiers in a file, one a line; a last line that a crash cut short is left out. */
final class IdLines implements Iterator<String> {
    /** No server makes identifiers that are nearly as long. */
    private static final int LONGEST = 4_096;

    private static final int BUFFER = 2 * LONGEST;

    private final InputStream input;
    private final Path file;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long line;
    private String next;

    private IdLines(InputStream input, Path file) {
        this.input = input;
        this.file = file;
    }

    /**
     * @param file what is read, for people
     */
    static Stream<String> of(InputStream input, Path file) {
        IdLines lines = new IdLines(input, file);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                lines, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(lines::close);
    }

    /** True if the text can stand in such a file. */
    static boolean isWritable(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST / 4
                && id.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && findLine()) {
                line++;
                int length = lineEnd() - start;
                next = length == 0 ? null : text(length);
                start += length + 1;
            }
            return next != null;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String id = next;
        next = null;
        return id;
    }

    /** Reads on until a whole line is in the buffer; false at the end. */
    private boolean findLine() throws IOException {
        while (lineEnd() < 0) {
            if (end - start > LONGEST) {
                line++;
                throw damaged(null);
            }
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
            int more = input.read(buffer, end, buffer.length - end);
            if (more < 0) {
                return false;
            }
            end += more;
        }
        return true;
    }

    private int lineEnd() {
        for (int position = start; position < end; position++) {
            if (buffer[position] == '\n') {
                return position;
            }
        }
        return -1;
    }

    private String text(int length) {
        try {
            String id =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(buffer, start, length))
                            .toString();
            if (!isWritable(id)) {
                throw damaged(null);
            }
            return id;
        } catch (CharacterCodingException noText) {
            throw damaged(noText);
        }
    }

    private void close() {
        try {
            input.close();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private JournalFailure damaged(Throwable cause) {
        return new JournalFailure(
                "%s is damaged: its line %d is not an identifier; restore the file, or move it away (Redis keys that only it knew of may stay then)."
                        .formatted(file, line),
                cause);
    }

    private JournalFailure unreadable(IOException failure) {
        return new JournalFailure(
                "The identifiers in %s cannot be read (%s).".formatted(file, failure.getMessage()),
                failure);
    }
}
