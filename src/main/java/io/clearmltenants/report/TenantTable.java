package io.clearmltenants.report;

import com.github.freva.asciitable.Column;
import java.util.List;
import java.util.Map;

/** All tenants, as text and as JSON lines. */
public final class TenantTable {
    private TenantTable() {}

    /** A table with one row a tenant, ended by a line break. */
    public static String text(List<TenantRow> tenants) {
        if (tenants.isEmpty()) {
            return "There are no tenants.\n";
        }
        List<Column> columns =
                List.of(
                        TextTable.text("Id", 36),
                        TextTable.text("Name", 22),
                        TextTable.number("Users"),
                        TextTable.number("Tasks"),
                        TextTable.number("Models"),
                        TextTable.text("Last activity", 22),
                        TextTable.number("Size"));
        return TextTable.of(columns, tenants.stream().map(TenantTable::row).toList());
    }

    /** One line a tenant, and a summary with their number. */
    public static void json(List<TenantRow> tenants, JsonLines lines) {
        tenants.forEach(tenant -> lines.write("tenant", tenant));
        lines.write("summary", Map.of("tenants", tenants.size()));
    }

    private static List<String> row(TenantRow tenant) {
        return List.of(
                tenant.label(),
                tenant.name(),
                Words.number(tenant.users()),
                Words.number(tenant.tasks()),
                Words.number(tenant.models()),
                tenant.lastActivity().map(Words::time).orElse("-"),
                Words.bytes(tenant.bytes()));
    }
}
