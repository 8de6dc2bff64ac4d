package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class IdDigestTest {
    private static final List<BsonValue> IDS =
            IntStream.range(0, 1_000).<BsonValue>mapToObj(n -> new BsonString("id" + n)).toList();

    @Test
    void theOrderDoesNotMatter() {
        List<BsonValue> reversed = new ArrayList<>(IDS);
        Collections.reverse(reversed);

        assertThat(digest(reversed)).isEqualTo(digest(IDS));
    }

    @Test
    void itIsTheSumOfAllHashes() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        BigInteger sum = BigInteger.ZERO;
        for (BsonValue id : IDS) {
            String text = '"' + id.asString().getValue();
            sum = sum.add(new BigInteger(1, sha256.digest(text.getBytes(StandardCharsets.UTF_8))));
        }
        String expected = "%064x".formatted(sum.mod(BigInteger.ONE.shiftLeft(256)));

        assertThat(digest(IDS))
                .isEqualTo(
                        HexFormat.of().formatHex(sha256.digest(HexFormat.of().parseHex(expected))));
    }

    @Test
    void oneMoreOneLessAndAnotherTypeAreSeen() {
        assertThat(digest(IDS.subList(1, IDS.size()))).isNotEqualTo(digest(IDS));
        assertThat(digest(List.of(new BsonString("1"))))
                .isNotEqualTo(digest(List.of(new BsonInt32(1))));
    }

    private static String digest(List<BsonValue> ids) {
        IdDigest digest = new IdDigest();
        ids.forEach(digest::add);
        return digest.hexadecimal();
    }
}
