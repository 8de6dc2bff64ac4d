package io.clearmltenants.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;

/**
 * JSON lines for scripts: each an object with {@code schema}, {@code type}, {@code time} and what
 * belongs to its type. They are pure ASCII, since they may cross a terminal or a container whose
 * locale has nothing else.
 */
public final class JsonLines {
    public static final String SCHEMA = "clearml-tenants/event/1";

    private final ObjectMapper mapper;
    private final ObjectWriter writer;
    private final PrintStream out;
    private final Clock clock;

    public JsonLines(ObjectMapper mapper, PrintStream out, Clock clock) {
        this.mapper = mapper;
        this.writer =
                mapper.writer()
                        .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .with(new DeleteCharacterToo());
        this.out = out;
        this.clock = clock;
    }

    /** Writes a line whose fields are those of a record. */
    public synchronized void write(String type, Object fields) {
        ObjectNode line = start(type);
        line.setAll(mapper.<ObjectNode>valueToTree(fields));
        print(line);
    }

    /** Writes a line with one field that holds a whole value. */
    public synchronized void write(String type, String field, Object value) {
        ObjectNode line = start(type);
        line.set(field, mapper.valueToTree(value));
        print(line);
    }

    private ObjectNode start(String type) {
        return mapper.createObjectNode()
                .put("schema", SCHEMA)
                .put("type", type)
                .put("time", clock.instant().toString());
    }

    private void print(ObjectNode line) {
        try {
            out.print(writer.writeValueAsString(line) + "\n");
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree is always written", impossible);
        }
    }

    /** The one control character that JSON lets stand as it is. */
    private static final class DeleteCharacterToo extends CharacterEscapes {
        private static final int DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
