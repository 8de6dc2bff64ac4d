package io.clearmltenants.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a journal, one line at a time. A last line that a crash cut short is left out. */
final class JournalLines {
    private final Path file;
    private final ObjectMapper json;
    private long number;
    private boolean torn;

    private JournalLines(Path file, ObjectMapper json) {
        this.file = file;
        this.json = json;
    }

    /**
     * The entries, to be closed; none if there is no journal.
     *
     * @throws JournalFailure if it cannot be read, or a line of it is no entry
     */
    static Stream<Entry> of(Path file, ObjectMapper json) {
        JournalLines reader = new JournalLines(file, json);
        return TextLines.of(file).mapMulti(reader::read);
    }

    private void read(String line, Consumer<Entry> entries) {
        if (torn) {
            throw damaged(null);
        }
        number++;
        torn = !line.endsWith("}");
        if (!torn) {
            entries.accept(entry(line));
        }
    }

    private Entry entry(String line) {
        try {
            Entry entry = json.readValue(line, Entry.class);
            if (entry.isWhole()) {
                return entry;
            }
            throw damaged(null);
        } catch (IOException malformed) {
            throw damaged(malformed);
        }
    }

    private JournalFailure damaged(IOException cause) {
        return new JournalFailure(
                "The journal " + file + " is damaged: its line " + number + " is not an entry.",
                cause);
    }
}
