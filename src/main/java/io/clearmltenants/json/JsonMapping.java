package io.clearmltenants.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * How this program's values look in JSON: times and durations as ISO-8601 text, names of constants
 * in lower case, an identifier as plain text.
 */
public final class JsonMapping {

    /** The program's mapper; it takes the place of the framework's own. */
    @Produces
    @Singleton
    public static ObjectMapper objectMapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(tenantIds())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
    }

    private static SimpleModule tenantIds() {
        return new SimpleModule("tenant ids")
                .addSerializer(TenantId.class, ToStringSerializer.instance)
                .addDeserializer(TenantId.class, new TenantIdFromText());
    }

    private static final class TenantIdFromText extends FromStringDeserializer<TenantId> {
        TenantIdFromText() {
            super(TenantId.class);
        }

        @Override
        protected TenantId _deserialize(String text, DeserializationContext context) {
            return new TenantId(text);
        }
    }
}
