package io.clearmltenants.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.plan.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** A plan as people read it. */
@ApplicationScoped
public class PlanText {
    /**
     * Erased in a second on a small server, measured by the benchmark; an estimate needs no more.
     */
    private static final long DOCUMENTS_A_SECOND = 10_000;

    private static final int WIDEST_COLUMN = 60;

    /** The whole plan: table, totals, warnings, what is kept. */
    public String render(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append("Plan for tenant ")
                .append(Printable.text(plan.tenant().label()))
                .append(", made ")
                .append(plan.created())
                .append("\n\n");
        text.append(
                plan.items().isEmpty()
                        ? "Nothing of this tenant is there.\n"
                        : table(plan.items()) + "\n\n" + totals(plan) + "\n");
        plan.warnings()
                .forEach(
                        warning ->
                                text.append("\nWarning: ").append(Printable.text(warning.text())));
        for (Finding.Kept kept : plan.kept()) {
            text.append("\nKept: ")
                    .append(kept.store().label())
                    .append(' ')
                    .append(Printable.text(kept.locator()))
                    .append(": ")
                    .append(Printable.text(kept.text()));
        }
        return text.append("\nPlan digest: ").append(plan.digest()).toString();
    }

    private static String table(List<Item> items) {
        return AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                items,
                List.of(
                        left("PHASE").with(item -> item.phase().label()),
                        left("STORE").with(item -> item.phase().store().label()),
                        left("WHAT").with(item -> Printable.text(item.locator())),
                        right("COUNT")
                                .with(
                                        item ->
                                                Printable.number(item.amount().count())
                                                        + " "
                                                        + item.amount().unit()),
                        right("SIZE").with(item -> Printable.bytes(item.amount().bytes())),
                        left("WHY").with(item -> Printable.text(item.why()))));
    }

    private static String totals(Plan plan) {
        long units = plan.items().stream().mapToLong(item -> item.amount().count()).sum();
        long bytes =
                plan.items().stream().mapToLong(item -> Math.max(0, item.amount().bytes())).sum();
        return "In all %s things, %s; about %s."
                .formatted(
                        Printable.number(units),
                        Printable.bytes(bytes),
                        Printable.duration(Duration.ofSeconds(units / DOCUMENTS_A_SECOND)));
    }

    private static Column left(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(WIDEST_COLUMN);
    }

    private static Column right(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.RIGHT)
                .dataAlign(HorizontalAlign.RIGHT);
    }
}
