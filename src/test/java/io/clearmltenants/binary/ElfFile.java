package io.clearmltenants.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The program headers of a 64-bit executable, which say what the kernel does to start it.
 *
 * @param segmentTypes the header's p_type of each segment (elf(5))
 */
record ElfFile(List<Integer> segmentTypes) {
    /** PT_DYNAMIC: shared libraries are asked for. */
    static final int DYNAMIC = 2;

    /** PT_INTERP: another program loads this one. */
    static final int INTERPRETER = 3;

    private static final int OFFSET_FIELD = 0x20;
    private static final int SIZE_FIELD = 0x36;
    private static final int COUNT_FIELD = 0x38;

    static ElfFile read(Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int start = (int) bytes.getLong(OFFSET_FIELD);
        int size = bytes.getShort(SIZE_FIELD);
        return new ElfFile(
                IntStream.range(0, bytes.getShort(COUNT_FIELD))
                        .mapToObj(index -> bytes.getInt(start + index * size))
                        .toList());
    }
}
