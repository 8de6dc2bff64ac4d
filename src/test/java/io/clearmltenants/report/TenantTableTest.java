package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantTableTest {

    @Test
    void tenantsAreListed() {
        assertThat(
                        TenantTable.text(
                                List.of(
                                        new TenantRow(
                                                Examples.ID,
                                                "string",
                                                "Acme Research",
                                                3,
                                                1_234_567,
                                                41,
                                                Optional.of(
                                                        Instant.parse("2026-02-03T04:05:06.789Z")),
                                                2_345_678_901L),
                                        new TenantRow(
                                                "12345",
                                                "int32",
                                                "B\u001b[2J",
                                                0,
                                                0,
                                                0,
                                                Optional.empty(),
                                                -1))))
                .isEqualTo(
                        """
                        Id                               | Name          | Users |     Tasks | Models | Last activity        |   Size
                        ---------------------------------+---------------+-------+-----------+--------+----------------------+--------
                        6a1f0c2e9b7d4f58a3c1e0d2b4f69788 | Acme Research |     3 | 1,234,567 |     41 | 2026-02-03T04:05:06Z | 2.3 GB
                        12345 (int32, no string)         | B\\u001B[2J    |     0 |         0 |      0 | -                    |      -
                        """);
    }

    @Test
    void anEmptyServerSaysSo() {
        assertThat(TenantTable.text(List.of())).isEqualTo("There are no tenants.\n");
    }

    @Test
    void whatIsOutOfReachSaysWhatWasLookedForOutside() {
        assertThat(OutOfReach.sentences(true))
                .anySatisfy(sentence -> assertThat(sentence).contains("were read when the plan"))
                .noneSatisfy(sentence -> assertThat(sentence).contains("nor were they looked for"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Backups and snapshots"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Log files"))
                .anySatisfy(sentence -> assertThat(sentence).contains("up to 30 days"));
        assertThat(OutOfReach.sentences(false))
                .first()
                .asString()
                .contains("nor were they looked for, since MongoDB is not part of this run");
    }
}
