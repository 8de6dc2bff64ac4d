package io.clearmltenants.redis;

import java.util.List;

/**
 * How the server names the keys of one family.
 *
 * @param beginnings the fixed texts that such a name may begin with
 * @param then what follows the beginning
 */
record KeyName(List<String> beginnings, Then then) {

    /** What follows the fixed beginning of a name. */
    enum Then {
        /** The company's id, an underscore, and more. */
        COMPANY_AND_MORE,
        /** The company's id and nothing else. */
        COMPANY,
        /** The id of a queue and nothing else. */
        QUEUE,
        /** Nothing that says whose the key is: its value does. */
        OTHER
    }

    static KeyName of(Then then, String... beginnings) {
        return new KeyName(List.of(beginnings), then);
    }

    /** True if the company's id stands right behind the beginning. */
    boolean namesCompany() {
        return switch (then) {
            case COMPANY_AND_MORE, COMPANY -> true;
            case QUEUE, OTHER -> false;
        };
    }
}
