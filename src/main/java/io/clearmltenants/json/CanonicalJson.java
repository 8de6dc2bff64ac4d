package io.clearmltenants.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical form of a JSON object and its digest. A file is read once for each of its fields,
 * one element of a list at a time: fields are sorted, and a file may be larger than the memory.
 *
 * @param seal the field that holds the digest, and is not part of it
 */
record CanonicalJson(ObjectMapper mapper, String seal) {
    private static final String SCHEMA = "schema";

    /**
     * What a file says of itself, and what it is.
     *
     * @param schema its form; empty if it names none
     * @param seal the digest that it carries; empty if it carries none
     * @param digest the digest of its content
     */
    record Sealed(String schema, String seal, String digest) {}

    String digest(ObjectNode tree) {
        ObjectNode content = mapper.createObjectNode();
        content.setAll(tree);
        content.remove(seal);
        try {
            return Digests.sha256Hex(writer().writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree is always written", impossible);
        }
    }

    /**
     * @throws JsonProcessingException if it is no JSON
     */
    Sealed read(Path file) throws IOException {
        Map<String, String> texts = topFields(file);
        return new Sealed(
                texts.getOrDefault(SCHEMA, ""),
                texts.getOrDefault(seal, ""),
                Digests.sha256Hex(output -> copy(file, texts, output)));
    }

    /** The names of the object's fields, and the values of those that are text. */
    private Map<String, String> topFields(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (JsonParser parser = mapper.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return texts;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                boolean shown = name.equals(SCHEMA) || name.equals(seal);
                texts.put(name, shown && value == JsonToken.VALUE_STRING ? parser.getText() : "");
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
        }
        return texts;
    }

    private void copy(Path file, Map<String, String> fields, OutputStream output)
            throws IOException {
        try (JsonGenerator target = mapper.createGenerator(output)) {
            target.writeStartObject();
            for (String field : fields.keySet()) {
                if (!field.equals(seal)) {
                    target.writeFieldName(field);
                    copyField(file, field, target);
                }
            }
            target.writeEndObject();
        }
    }

    private void copyField(Path file, String field, JsonGenerator target) throws IOException {
        try (JsonParser parser = mapper.createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(field);
                JsonToken value = parser.nextToken();
                if (!found) {
                    parser.skipChildren();
                } else if (value == JsonToken.START_ARRAY) {
                    copyElements(parser, target);
                    return;
                } else {
                    writer().writeValue(target, parser.<JsonNode>readValueAsTree());
                    return;
                }
            }
        }
    }

    private void copyElements(JsonParser parser, JsonGenerator target) throws IOException {
        target.writeStartArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            writer().writeValue(target, parser.<JsonNode>readValueAsTree());
        }
        target.writeEndArray();
    }

    private ObjectWriter writer() {
        return mapper.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
    }
}
