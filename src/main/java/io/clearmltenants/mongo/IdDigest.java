package io.clearmltenants.mongo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.BsonValue;

/** Counts identifiers and digests them so that their order does not matter, in constant memory. */
final class IdDigest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha256;
    private BigInteger sum = BigInteger.ZERO;
    private long count;

    IdDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }

    void add(BsonValue id) {
        byte[] hash = sha256.digest(id.toString().getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
        count++;
    }

    long count() {
        return count;
    }

    /** 64 hexadecimal digits; equal for equal sets of identifiers. */
    String hexadecimal() {
        return HexFormat.of().formatHex(sha256.digest(sum.toByteArray()));
    }
}
