package io.clearmltenants.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * JSON objects that carry their own digest in the field {@code digest}: SHA-256 over all other
 * fields in canonical form, which is compact JSON in UTF-8 with the fields of every object sorted
 * by name.
 */
@ApplicationScoped
public class SealedJson {
    private static final String DIGEST = "digest";

    private final ObjectMapper mapper;
    private final ObjectMapper strict;
    private final CanonicalJson canonical;

    public SealedJson(ObjectMapper mapper) {
        this.mapper = mapper;
        this.strict =
                mapper.copy()
                        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        this.canonical = new CanonicalJson(strict, DIGEST);
    }

    /** The digest of a value, whatever its own field {@code digest} says. */
    public String digest(Object value) {
        return canonical.digest(tree(value));
    }

    /** The value as indented JSON with its digest, for people and files. */
    public String text(Object value) {
        ObjectNode tree = tree(value);
        tree.put(DIGEST, canonical.digest(tree));
        return tree.toPrettyString() + "\n";
    }

    /**
     * Writes the value with its digest: whole or not at all, readable by its owner alone.
     *
     * @throws UnwritableFile if it cannot be written
     */
    public void write(Object value, Path file) {
        WholeFile.write(text(value), file);
    }

    /**
     * Reads what {@link #write} wrote, in pieces, so that a file takes no more memory than its
     * value.
     *
     * @param type what it becomes
     * @param schema the form that it must have
     * @throws DamagedFile if the file is missing, of another form, or was changed
     */
    public <T> T read(Path file, Class<T> type, String schema) {
        try {
            CanonicalJson.Sealed sealed = canonical.read(PlainFile.checked(file));
            if (!sealed.schema().equals(schema)) {
                throw new DamagedFile(otherForm(file, schema) + ".");
            }
            if (!sealed.seal().equals(sealed.digest())) {
                throw new DamagedFile(
                        file
                                + " was changed after it was written: its digest is not that of its content.");
            }
            try (InputStream input = Files.newInputStream(file)) {
                return strict.readValue(input, type);
            }
        } catch (JsonMappingException wrong) {
            throw new DamagedFile(otherForm(file, schema) + ": " + field(wrong) + ".", wrong);
        } catch (JsonProcessingException malformed) {
            throw new DamagedFile(otherForm(file, schema) + ": it is not JSON.", malformed);
        } catch (NoSuchFileException missing) {
            throw new DamagedFile("There is no file " + file + ".", missing);
        } catch (FileSystemException special) {
            throw new DamagedFile(file + " cannot be read: " + reason(special) + ".", special);
        } catch (IOException failure) {
            throw new DamagedFile(file + " cannot be read: " + failure.getMessage() + ".", failure);
        }
    }

    private static String otherForm(Path file, String schema) {
        return file + " does not have the form " + schema;
    }

    private static String reason(FileSystemException failure) {
        return failure.getReason() == null ? "permission denied" : failure.getReason();
    }

    /** Which field is wrong, as "items[3].phase". */
    private static String field(JsonMappingException wrong) {
        String path =
                wrong.getPath().stream()
                        .map(
                                step ->
                                        step.getFieldName() == null
                                                ? "[" + step.getIndex() + "]"
                                                : "." + step.getFieldName())
                        .collect(Collectors.joining());
        return path.isEmpty()
                ? "it is not JSON of that form"
                : "its field '" + path.replaceFirst("^\\.", "") + "' is missing or wrong";
    }

    private ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }
}
