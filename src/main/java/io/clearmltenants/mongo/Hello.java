package io.clearmltenants.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** What a server says of itself: its clock, and the replica set that it is a member of. */
final class Hello {
    private Hello() {}

    /** Asks with the word that the server knows: {@code hello} came with MongoDB 4.4.2. */
    static Document ask(MongoDatabase database) {
        try {
            return database.runCommand(new Document("hello", 1));
        } catch (MongoCommandException failure) {
            if (failure.getCode() != MongoFailures.COMMAND_NOT_FOUND) {
                throw failure;
            }
            return database.runCommand(new Document("isMaster", 1));
        }
    }
}
