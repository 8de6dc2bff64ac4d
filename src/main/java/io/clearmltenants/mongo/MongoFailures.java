package io.clearmltenants.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.TlsFailure;
import io.clearmltenants.phase.TransientFailure;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern ADDRESS = Pattern.compile("address=([^,}]+)");
    private static final Pattern REASON = Pattern.compile("\\{[\\w.]+: ([^{}]+)}");

    /** "not authorized on auth to execute command { find: ... }", the rest of it is the command. */
    private static final Pattern DENIED =
            Pattern.compile("(?i)not authorized on (\\S+) to execute command \\{ ?\"?(\\w+)");

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
            return new ConnectFailure(denial(firstSentence(failure)), failure);
        }
        Optional<ConnectFailure> tls = TlsFailure.of("MongoDB", failure);
        if (tls.isPresent()) {
            return tls.get();
        }
        if (failure instanceof MongoTimeoutException) {
            return new TransientFailure(
                    "MongoDB cannot be reached%s; check the address, or give --mongo."
                            .formatted(reason(failure.getMessage())),
                    failure);
        }
        if (failure instanceof MongoSocketException
                || failure instanceof MongoWriteConcernException
                || failure.hasErrorLabel("RetryableWriteError")
                || PASSING.contains(failure.getCode())) {
            return new TransientFailure("MongoDB: " + firstSentence(failure), failure);
        }
        return failure;
    }

    private static String denial(String message) {
        Matcher denied = DENIED.matcher(message);
        return denied.find()
                ? "MongoDB does not allow this user the command '%s' on the database '%s'; give the user the role readWrite there."
                        .formatted(denied.group(2), denied.group(1))
                : "MongoDB does not allow this user what is needed (%s); give the user the role readWrite on both databases."
                        .formatted(message);
    }

    private static String firstSentence(MongoException failure) {
        return failure instanceof MongoCommandException command
                ? command.getErrorMessage()
                : failure.getMessage();
    }

    /**
     * The first server and the innermost reason, out of a message that describes the whole cluster.
     */
    private static String reason(String message) {
        Matcher address = ADDRESS.matcher(message);
        String where = address.find() ? " at " + address.group(1) : "";
        return REASON.matcher(message)
                .results()
                .reduce((first, later) -> later)
                .map(last -> where + " (" + last.group(1) + ")")
                .orElse(where);
    }
}
