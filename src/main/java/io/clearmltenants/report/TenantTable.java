package io.clearmltenants.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The list of all tenants. */
@ApplicationScoped
public class TenantTable {
    private static final String SCHEMA = "clearml-tenants/list/1";

    private final ObjectMapper json;

    TenantTable(ObjectMapper json) {
        this.json = json;
    }

    /** As a table. */
    public String text(List<TenantRow> rows) {
        return AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                rows,
                List.of(
                        left("ID").with(row -> Printable.text(row.id())),
                        left("NAME").with(row -> Printable.text(row.name())),
                        right("USERS").with(row -> Printable.number(row.users())),
                        right("TASKS").with(row -> Printable.number(row.tasks())),
                        right("MODELS").with(row -> Printable.number(row.models())),
                        left("LAST ACTIVITY")
                                .with(
                                        row ->
                                                row.lastActivity()
                                                        .map(Object::toString)
                                                        .orElse("-"))));
    }

    /** As one JSON object. */
    public String json(List<TenantRow> rows) {
        try {
            return json.writeValueAsString(Map.of("schema", SCHEMA, "tenants", rows));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Column left(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.RIGHT)
                .dataAlign(HorizontalAlign.RIGHT);
    }
}
