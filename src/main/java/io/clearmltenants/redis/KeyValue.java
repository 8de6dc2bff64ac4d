package io.clearmltenants.redis;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.tenant.TenantId;

/** What the server writes into the keys of one family. */
sealed interface KeyValue {

    /**
     * It says nothing about the tenant.
     *
     * @param type the key's type, as Redis names it
     */
    record Plain(String type) implements KeyValue {}

    /**
     * JSON that names the company.
     *
     * @param path the place of its id
     */
    record OfCompany(JsonPointer path) implements KeyValue {
        OfCompany(String path) {
            this(JsonPointer.compile(path));
        }

        boolean isOf(TenantId id, JsonNode value) {
            JsonNode company = value.at(path);
            return company.isTextual() && company.textValue().equals(id.value());
        }
    }

    /** JSON that names tasks or models. */
    record OfTasks() implements KeyValue {}

    /**
     * A sorted set of names of other keys.
     *
     * @param members the family of these keys
     */
    record NamesOf(KeyFamily members) implements KeyValue {}
}
