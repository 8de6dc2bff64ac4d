package io.clearmltenants.mongo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.BsonValue;

/**
 * Counts identifiers and digests them so that their order does not matter, in constant memory: the
 * sum of their SHA-256 digests, taken as numbers of 256 bits.
 */
final class IdDigest {
    private static final int LONGS = 4;

    private final MessageDigest sha256;
    private final ByteBuffer hash = ByteBuffer.allocate(LONGS * Long.BYTES);
    private final long[] sum = new long[LONGS];
    private long count;

    IdDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }

    void add(BsonValue id) {
        String text = id.isString() ? '"' + id.asString().getValue() : id.toString();
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        try {
            sha256.digest(hash.array(), 0, hash.capacity());
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
        addHash();
        count++;
    }

    private void addHash() {
        long carry = 0;
        for (int place = LONGS - 1; place >= 0; place--) {
            long partial = sum[place] + carry;
            carry = carry == 1 && partial == 0 ? 1 : 0;
            sum[place] = partial + hash.getLong(place * Long.BYTES);
            carry |= Long.compareUnsigned(sum[place], partial) < 0 ? 1 : 0;
        }
    }

    long count() {
        return count;
    }

    /** 64 hexadecimal digits; equal for equal sets of identifiers. */
    String hexadecimal() {
        ByteBuffer all = ByteBuffer.allocate(LONGS * Long.BYTES);
        for (long part : sum) {
            all.putLong(part);
        }
        return HexFormat.of().formatHex(sha256.digest(all.array()));
    }
}
