package io.clearmltenants.cli;

import io.clearmltenants.Confirmation;
import io.clearmltenants.NotConfirmed;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.report.Renderer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Shows the plan and asks for the tenant's name, or its id if it has no name any more, to be typed.
 */
record Typed(Terminal terminal, Renderer renderer, Consent consent, Interruption stop)
        implements Confirmation {

    @Override
    public void confirm(Plan plan) {
        renderer.plan(plan);
        if (consent == Consent.GIVEN) {
            return;
        }
        String expected = plan.tenant().name().orElse(plan.tenant().id().value());
        String what = plan.tenant().name().isPresent() ? "name" : "id";
        Optional<String> typed =
                answer("This cannot be undone. Type the tenant's " + what + " to erase it: ");
        if (stop.made()) {
            throw new NotConfirmed("Stopped before anybody confirmed; nothing was changed.");
        }
        if (typed.isEmpty()) {
            throw new NotConfirmed(
                    "Nobody confirmed, nothing was changed; unattended, give %s."
                            .formatted(consent.options()));
        }
        if (!typed.get().equals(expected)) {
            throw new NotConfirmed(
                    "'" + typed.get() + "' is not the tenant's " + what + "; nothing was changed.");
        }
    }

    /** A read from a terminal cannot be interrupted, so another thread waits for it. */
    private Optional<String> answer(String question) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("prompt")
                .start(() -> answer.completeAsync(() -> terminal.ask(question), Runnable::run));
        return stop.unlessStopped(answer).flatMap(typed -> typed);
    }
}
