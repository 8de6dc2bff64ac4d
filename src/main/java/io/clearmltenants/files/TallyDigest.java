package io.clearmltenants.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digests a tree in any order and in constant memory: the sum of the SHA-256 of each file's path
 * and size. A path's hash continues that of its folder.
 */
final class TallyDigest {
    private static final int LANES = 4;

    private final MessageDigest sha256;
    private final long[] sum = new long[LANES];

    TallyDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** The hash of a folder's path. */
    byte[] folder(byte[] parent, Path name) {
        sha256.update(parent);
        return sha256.digest(name.toString().getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] folder, Path name, long size) {
        sha256.update(folder(folder, name));
        ByteBuffer hash =
                ByteBuffer.wrap(
                        sha256.digest(ByteBuffer.allocate(Long.BYTES).putLong(size).array()));
        for (int lane = 0; lane < sum.length; lane++) {
            sum[lane] += hash.getLong();
        }
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(sum.length * Long.BYTES);
        for (long lane : sum) {
            bytes.putLong(lane);
        }
        return HexFormat.of().formatHex(bytes.array());
    }
}
