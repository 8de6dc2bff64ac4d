package io.clearmltenants.cli;

import io.clearmltenants.mongo.TenantStatistics;
import io.clearmltenants.report.TenantRow;
import io.clearmltenants.report.TenantTable;
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

    private final TenantStatistics statistics;
    private final TenantTable table;
    private final Terminal terminal;

    ListCommand(TenantStatistics statistics, TenantTable table, Terminal terminal) {
        this.statistics = statistics;
        this.table = table;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<TenantRow> rows = statistics.all();
        terminal.out().println(output.json ? table.json(rows) : table.text(rows));
        return ExitCode.DONE.code();
    }
}
