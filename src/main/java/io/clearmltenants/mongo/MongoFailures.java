package io.clearmltenants.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.TransientFailure;
import java.util.Set;
import java.util.function.Supplier;

/** Sorts the driver's exceptions into those worth another try and those that a person must mend. */
final class MongoFailures {
    static final int COMMAND_NOT_FOUND = 59;
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    /**
     * Codes of elections, shutdowns and lost primaries (MongoDB's error_codes.yml, category
     * RetriableError).
     */
    private static final Set<Integer> PASSING =
            Set.of(
                    6, 7, 64, 89, 91, 100, 112, 134, 189, 262, 317, 358, 384, 9001, 10107, 11600,
                    11602, 13388, 13435, 13436);

    private MongoFailures() {}

    /** Runs a call of the driver and translates what it throws. */
    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoInterruptedException interrupted) {
            throw interrupted;
        } catch (MongoException failure) {
            throw translate(failure);
        }
    }

    private static RuntimeException translate(MongoException failure) {
        if (failure instanceof MongoSecurityException
                || failure.getCode() == AUTHENTICATION_FAILED) {
            return new ConnectFailure(
                    "MongoDB does not accept the user or password; check both, and authSource in the connection string.",
                    failure);
        }
        if (failure.getCode() == UNAUTHORIZED) {
            return new ConnectFailure(
                    "MongoDB does not allow this user to do what is needed: "
                            + firstSentence(failure)
                            + ".",
                    failure);
        }
        if (failure instanceof MongoTimeoutException) {
            return new TransientFailure(
                    "MongoDB cannot be reached: " + reason(failure) + ".", failure);
        }
        if (failure instanceof MongoSocketException
                || failure instanceof MongoWriteConcernException
                || failure.hasErrorLabel("RetryableWriteError")
                || PASSING.contains(failure.getCode())) {
            return new TransientFailure("MongoDB: " + firstSentence(failure), failure);
        }
        return failure;
    }

    private static String firstSentence(MongoException failure) {
        return failure instanceof MongoCommandException command
                ? command.getErrorMessage()
                : failure.getMessage();
    }

    private static String reason(MongoException failure) {
        String message = failure.getMessage();
        int exception = message.indexOf("caused by {");
        return exception < 0
                ? message
                : message.substring(exception + 11).replaceAll("[}\\]{]+.*", "");
    }
}
