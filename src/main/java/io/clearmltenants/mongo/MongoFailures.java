package io.clearmltenants.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoStalePrimaryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.TlsFailure;
import io.clearmltenants.phase.TransientFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts the driver's exceptions into those worth another try and those that a person must fix. */
final class MongoFailures {
    static final int COMMAND_NOT_FOUND = 59;
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    /**
     * Codes that pass by themselves (MongoDB's error_codes.yml): lost hosts, elections, shutdowns,
     * overload (RetriableError, NetworkError, NotPrimaryError, SystemOverloadedError); operations
     * that were killed or timed out (Interruption); cursors that died (CursorInvalidatedError);
     * locks and conflicts; shards that moved (StaleShardVersionError, SnapshotError).
     */
    private static final Set<Integer> PASSING =
            Set.of(
                    6, 7, 64, 89, 91, 100, 133, 134, 145, 189, 202, 216, 262, 317, 358, 384, 402,
                    406, 407, 412, 433, 449, 450, 453, 462, 9001, 10058, 10107, 11600, 11602, 13435,
                    13436, 50915, 91331, 10045600, //
                    24, 50, 279, 290, 355, 11601, 46841, //
                    43, 136, 143, 175, 237, 314, //
                    46, 107, 112, 117, 365, //
                    63, 150, 239, 246, 249, 250, 272, 342, 343, 13388);

    /** What the driver throws without a code while a server or the way to it is lost. */
    private static final List<Class<? extends MongoException>> LOSSES =
            List.of(
                    MongoSocketException.class,
                    MongoConnectionPoolClearedException.class,
                    MongoServerUnavailableException.class,
                    MongoStalePrimaryException.class,
                    MongoNotPrimaryException.class,
                    MongoNodeIsRecoveringException.class,
                    MongoCursorNotFoundException.class,
                    MongoExecutionTimeoutException.class,
                    MongoWriteConcernException.class);

    private static final List<String> PASSING_LABELS =
            List.of("RetryableWriteError", "RetryableError", "SystemOverloadedError");

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
                && failure.getCause() instanceof MongoException cause
                && passes(cause)) {
            return lost(cause);
        }
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
        return passes(failure) ? lost(failure) : failure;
    }

    private static boolean passes(MongoException failure) {
        return failure instanceof MongoTimeoutException
                || LOSSES.stream().anyMatch(loss -> loss.isInstance(failure))
                || PASSING_LABELS.stream().anyMatch(failure::hasErrorLabel)
                || PASSING.contains(failure.getCode());
    }

    private static TransientFailure lost(MongoException failure) {
        return failure instanceof MongoTimeoutException
                ? new TransientFailure(
                        "MongoDB cannot be reached%s; check the address, or give --mongo."
                                .formatted(reason(failure.getMessage())),
                        failure)
                : new TransientFailure("MongoDB: " + firstSentence(failure), failure);
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
