package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.inventory.TenantList;
import io.clearmltenants.report.JsonLines;
import io.clearmltenants.report.TenantRow;
import io.clearmltenants.report.TenantTable;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code list}: all tenants of the server. */
@Command(
        name = "list",
        description = "List all tenants of the server.",
        footer = {
            "%nExamples:",
            "  clearml-tenants list",
            "  clearml-tenants list --mongo mongodb://mongo:27017 --json"
        })
class ListCommand implements Callable<Integer> {
    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;

    private final TenantList tenants;
    private final ObjectMapper json;
    private final Terminal terminal;

    ListCommand(TenantList tenants, ObjectMapper json, Terminal terminal) {
        this.tenants = tenants;
        this.json = json;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<TenantRow> rows = tenants.all();
        if (output.json) {
            TenantTable.json(rows, new JsonLines(json, terminal.out(), Clock.systemUTC()));
        } else {
            terminal.out().print(TenantTable.text(rows));
        }
        return ExitCode.DONE.code();
    }
}
