package io.clearmltenants.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * JSON objects that carry their own digest in the field {@code digest}: SHA-256 over all other
 * fields in canonical form, which is compact JSON in UTF-8 with the fields of every object sorted
 * by name.
 */
@ApplicationScoped
public class SealedJson {
    private static final String DIGEST = "digest";
    private static final String SCHEMA = "schema";

    private final ObjectMapper mapper;
    private final ObjectWriter canonical;

    public SealedJson(ObjectMapper mapper) {
        this.mapper = mapper;
        this.canonical = mapper.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
    }

    /** The digest of a value, whatever its own field {@code digest} says. */
    public String digest(Object value) {
        return digestOf(tree(value));
    }

    /** The value as indented JSON with its digest, for people and files. */
    public String text(Object value) {
        ObjectNode tree = tree(value);
        tree.put(DIGEST, digestOf(tree));
        return tree.toPrettyString() + "\n";
    }

    /**
     * Writes the value with its digest: whole or not at all, readable by its owner alone.
     *
     * @throws UncheckedIOException where it cannot be written
     */
    public void write(Object value, Path file) {
        WholeFile.write(text(value), file);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param type what it becomes
     * @param schema the form that it must have
     * @throws DamagedFile where the file is missing, of another form, or was changed
     */
    public <T> T read(Path file, Class<T> type, String schema) {
        JsonNode tree = parse(file, schema);
        if (!(tree instanceof ObjectNode object) || !schema.equals(tree.path(SCHEMA).asText())) {
            throw new DamagedFile(file + " does not have the form " + schema + ".");
        }
        if (!digestOf(object).equals(object.path(DIGEST).asText())) {
            throw new DamagedFile(
                    file
                            + " was changed after it was written: its digest is not that of its content.");
        }
        try {
            return mapper.treeToValue(object, type);
        } catch (JsonProcessingException failure) {
            throw new DamagedFile(
                    file
                            + " does not have the form "
                            + schema
                            + ": "
                            + failure.getOriginalMessage(),
                    failure);
        }
    }

    private JsonNode parse(Path file, String schema) {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new DamagedFile("There is no file " + file + ".", missing);
        } catch (JsonProcessingException failure) {
            throw new DamagedFile(
                    file + " does not have the form " + schema + ": it is not JSON.", failure);
        } catch (IOException failure) {
            throw new DamagedFile(file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    private String digestOf(ObjectNode tree) {
        try {
            return Digests.sha256Hex(canonical.writeValueAsBytes(tree.deepCopy().without(DIGEST)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree is always written", impossible);
        }
    }
}
