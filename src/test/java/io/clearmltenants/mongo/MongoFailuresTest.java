package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInternalException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.TransientFailure;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MongoFailuresTest {
    private static final ServerAddress SERVER = new ServerAddress("mongo");

    @ParameterizedTest
    @MethodSource
    void aLostServerIsTriedAgain(MongoException failure) {
        assertThat(translated(failure))
                .isInstanceOf(TransientFailure.class)
                .hasMessageStartingWith("MongoDB");
    }

    static Stream<MongoException> aLostServerIsTriedAgain() {
        return Stream.of(
                new MongoConnectionPoolClearedException(
                        new ServerId(new ClusterId(), SERVER), null),
                new MongoServerUnavailableException("the server is shutting down"),
                new MongoSocketReadException("Prematurely reached end of stream", SERVER),
                new MongoSocketReadTimeoutException("Timeout while receiving", SERVER, null),
                new MongoTimeoutException("Timed out while waiting for a server"),
                new MongoNotPrimaryException(answer(10107), SERVER),
                new MongoNodeIsRecoveringException(answer(11600), SERVER),
                new MongoCursorNotFoundException(7, answer(43), SERVER),
                new MongoExecutionTimeoutException(50, "operation exceeded time limit"),
                new MongoWriteConcernException(
                        new WriteConcernError(64, "WriteConcernTimeout", "", new BsonDocument()),
                        WriteConcernResult.unacknowledged(),
                        SERVER,
                        List.of()),
                new MongoSecurityException(
                        MongoCredential.createCredential("me", "admin", new char[0]),
                        "Exception authenticating",
                        new MongoSocketReadException("Prematurely reached end of stream", SERVER)));
    }

    @ParameterizedTest(name = "code {0}")
    @ValueSource(
            ints = {
                6, 7, 24, 43, 46, 50, 89, 91, 112, 117, 134, 136, 175, 189, 202, 237, 262, 365, 433,
                462, 9001, 10058, 10107, 11600, 11601, 11602, 13388, 13435, 13436
            })
    void anAnswerThatPassesIsTriedAgain(int code) {
        assertThat(translated(new MongoCommandException(answer(code), SERVER)))
                .isInstanceOf(TransientFailure.class);
    }

    @ParameterizedTest
    @MethodSource
    void whatAPersonMustFixIsNotTriedAgain(MongoException failure) {
        assertThat(translated(failure)).isNotInstanceOf(TransientFailure.class);
    }

    static Stream<MongoException> whatAPersonMustFixIsNotTriedAgain() {
        return Stream.of(
                new MongoCommandException(answer(2), SERVER),
                new MongoCommandException(answer(13), SERVER),
                new MongoCommandException(answer(18), SERVER),
                new MongoWriteException(
                        new WriteError(121, "Document failed validation", new BsonDocument()),
                        SERVER,
                        List.of()),
                new MongoInternalException("a mistake of the driver"));
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void aWrongPasswordIsSaidInOneSentence(int code) {
        assertThat(
                        translated(
                                new MongoSecurityException(
                                        MongoCredential.createCredential(
                                                "me", "admin", new char[0]),
                                        "Exception authenticating",
                                        new MongoCommandException(answer(code), SERVER))))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("does not accept the user or password");
    }

    private static Throwable translated(MongoException failure) {
        return catchThrowable(
                () ->
                        MongoFailures.translated(
                                () -> {
                                    throw failure;
                                }));
    }

    private static BsonDocument answer(int code) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("errmsg", new BsonString("what the server says"))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString("Name"))
                .append("errorLabels", new BsonArray());
    }
}
