package io.clearmltenants.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.TransientFailure;
import org.junit.jupiter.api.Test;

class ErrorAnswerTest {

    @Test
    void aWriteBlockIsNotAWrongPassword() throws Exception {
        RuntimeException failure =
                failure(
                        403,
                        """
                        {"error": {"type": "cluster_block_exception",
                          "reason": "index [events-log-abc] blocked by: [FORBIDDEN/5/index read-only (api)];"},
                         "status": 403}
                        """);

        assertThat(failure)
                .isInstanceOf(ElasticRefusal.class)
                .hasMessageContaining("FORBIDDEN/5/index read-only (api)")
                .hasMessageContaining("Remove the block")
                .hasMessageNotContaining("password");
    }

    @Test
    void aSnapshotInProgressIsTriedAgain() throws Exception {
        assertThat(
                        failure(
                                400,
                                """
                                {"error": {"type": "snapshot_in_progress_exception",
                                  "reason": "Cannot delete indices that are being snapshotted: [[abc]]"}}
                                """))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("Cannot delete indices that are being snapshotted");
    }

    @Test
    void aUserWithoutTheRightIsToldToCheckIt() throws Exception {
        assertThat(failure(403, "{\"error\": {\"type\": \"security_exception\"}}"))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("check user, password and the user's rights");
    }

    @Test
    void aServerThatIsBusyIsTriedAgainWhateverItSays() throws Exception {
        assertThat(failure(429, "{\"error\": {\"type\": \"cluster_block_exception\"}}"))
                .isInstanceOf(TransientFailure.class);
    }

    private static RuntimeException failure(int status, String body) throws Exception {
        return new ErrorAnswer("events", status, new ObjectMapper().readTree(body))
                .failure(new Exception("HTTP " + status));
    }
}
