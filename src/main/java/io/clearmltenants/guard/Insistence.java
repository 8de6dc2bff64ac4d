package io.clearmltenants.guard;

/** What a user may insist on; each is a flag that names what it overrides. */
public enum Insistence {
    LIVE_AGENTS("--with-live-agents");

    private final String flag;

    Insistence(String flag) {
        this.flag = flag;
    }

    /** The flag as users type it. */
    public String flag() {
        return flag;
    }
}
