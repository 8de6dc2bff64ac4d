package io.clearmltenants.cli;

/** Whether the user agrees in advance, and with which options a command takes that. */
enum Consent {
    GIVEN(""),
    WITH_NAME("--name with the tenant's name"),
    WITH_NAME_AND_YES("--name with the tenant's name and --yes");

    private final String options;

    Consent(String options) {
        this.options = options;
    }

    /** The options with which nothing is asked. */
    String options() {
        return options;
    }
}
