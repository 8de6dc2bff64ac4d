package io.clearmltenants.cli;

import io.clearmltenants.Confirmation;
import io.clearmltenants.NotConfirmed;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.report.PlanText;
import java.util.Optional;

/**
 * Shows the plan and asks for the tenant's name, or its id where it has no name any more, to be
 * typed.
 */
record Typed(Terminal terminal, PlanText text, boolean yes, boolean quiet) implements Confirmation {

    @Override
    public void confirm(Plan plan) {
        if (!quiet) {
            terminal.error(text.render(plan));
        }
        if (yes) {
            return;
        }
        String expected = plan.tenant().name().orElse(plan.tenant().id().value());
        Optional<String> typed =
                terminal.ask(
                        "This cannot be undone. Type the tenant's "
                                + (plan.tenant().name().isPresent() ? "name" : "id")
                                + " to erase it: ");
        if (typed.isEmpty()) {
            throw new NotConfirmed(
                    "Nobody confirmed, nothing was changed; unattended, give --name with the tenant's name and --yes.");
        }
        if (!typed.get().equals(expected)) {
            throw new NotConfirmed(
                    "'" + typed.get() + "' is not the tenant's name; nothing was changed.");
        }
    }
}
