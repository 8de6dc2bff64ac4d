package io.clearmltenants.cli;

import io.clearmltenants.phase.PhaseName;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** The first command by which a phase changes its server, as a relay names it. */
final class FirstChange {
    private FirstChange() {}

    static Predicate<String> of(PhaseName phase) {
        return switch (phase) {
            case FREEZE -> "update auth.user"::equals;
            case QUEUES -> "delete backend.queue"::equals;
            case URLS_TO_DELETE -> "delete backend.url_to_delete"::equals;
            case DOCUMENTS -> "delete backend.task"::equals;
            case TRASH -> "delete backend.task__trash"::equals;
            case PUBLIC_OBJECTS -> after("delete backend.task__trash", "delete backend.task");
            case STORAGE_SETTINGS -> "delete backend.storage_settings"::equals;
            case SHARED_LISTS -> "update backend.volume_template"::equals;
            case FOREIGN_CREDENTIALS -> after("update backend.volume_template", "update auth.user");
            case USERS -> "delete auth.user"::equals;
            case COMPANY -> "delete backend.company"::equals;
            case EVENTS -> command -> command.startsWith("DELETE /events-");
            case REDIS -> command -> command.startsWith("UNLINK ");
            case STATISTICS ->
                    command ->
                            command.startsWith("DELETE /")
                                    && !command.startsWith("DELETE /events-");
            case FILES -> throw new IllegalArgumentException("Files are reached without a server");
        };
    }

    /** The command once another one has passed: an earlier phase sends the same. */
    private static Predicate<String> after(String earlier, String wanted) {
        AtomicBoolean passed = new AtomicBoolean();
        return command -> {
            if (command.equals(earlier)) {
                passed.set(true);
            }
            return passed.get() && command.equals(wanted);
        };
    }
}
