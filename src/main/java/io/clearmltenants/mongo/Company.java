package io.clearmltenants.mongo;

import java.util.Locale;
import org.bson.BsonType;
import org.bson.BsonValue;

/**
 * A company's document.
 *
 * @param id its {@code _id}, which is a string unless somebody else than the server wrote it
 * @param name its name
 */
record Company(BsonValue id, String name) {

    boolean isText() {
        return id.isString();
    }

    /** The {@code _id} as people write it, whatever its type. */
    String text() {
        return text(id);
    }

    /** The type of the {@code _id}, as MongoDB names it. */
    String type() {
        return id.getBsonType() == BsonType.OBJECT_ID
                ? "ObjectId"
                : id.getBsonType().name().toLowerCase(Locale.ROOT);
    }

    private static String text(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue();
            case INT32 -> String.valueOf(value.asInt32().getValue());
            case INT64 -> String.valueOf(value.asInt64().getValue());
            case DOUBLE -> String.valueOf(value.asDouble().getValue());
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            default -> value.toString();
        };
    }
}
