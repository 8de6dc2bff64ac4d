package io.clearmltenants.cli;

/** How a command ends; part of the interface that scripts rely on. */
public enum ExitCode {
    DONE(0, "done"),
    UNEXPECTED(1, "unexpected error"),
    USAGE(2, "wrong usage"),
    ITEMS_LEFT(3, "finished, but items were left"),
    LEFTOVERS(4, "verification found leftovers"),
    REFUSED(5, "refused by a guard, nothing changed"),
    NOT_CONFIRMED(6, "not confirmed, nothing changed"),
    NO_SUCH_TENANT(10, "no such tenant"),
    LOCKED(11, "locked by another run"),
    CANNOT_CONNECT(12, "cannot connect or not allowed"),
    DRIFTED(13, "the plan no longer matches"),
    BACKUP_DAMAGED(14, "backup missing or damaged"),
    INTERRUPTED(130, "interrupted, can be resumed");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** What it means, for help texts. */
    public String meaning() {
        return meaning;
    }
}
