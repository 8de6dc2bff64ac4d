package io.clearmltenants.mongo;

import com.mongodb.client.MongoDatabase;

/** Which of the server's two databases (A/database/defs.py:6,9). */
enum Role {
    BACKEND,
    AUTH;

    MongoDatabase of(Databases databases) {
        return switch (this) {
            case BACKEND -> databases.backend();
            case AUTH -> databases.auth();
        };
    }
}
