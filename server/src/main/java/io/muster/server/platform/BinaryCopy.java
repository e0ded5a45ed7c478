package io.muster.server.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows in PostgreSQL's binary COPY format, gathered in memory.
///
/// Begin each row with [#row], then give its values in the order of the columns.
public final class BinaryCopy {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int TEXT_OID = 25;

    private byte[] bytes;
    private int length;

    public BinaryCopy(int expectedBytes) {
        bytes = new byte[Math.max(expectedBytes, HEADER.length)];
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        length = HEADER.length;
    }

    public BinaryCopy row(int columns) {
        return int2(columns);
    }

    public BinaryCopy uuid(@Nullable UUID value) {
        return value == null
                ? missing()
                : int4(16).int8(value.getMostSignificantBits())
                        .int8(value.getLeastSignificantBits());
    }

    public BinaryCopy bigint(long value) {
        return int4(8).int8(value);
    }

    public BinaryCopy bool(@Nullable Boolean value) {
        if (value == null) {
            return missing();
        }
        int4(1);
        ensure(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public BinaryCopy text(@Nullable String value) {
        return value == null ? missing() : sized(value);
    }

    /// @param value a JSON document
    public BinaryCopy jsonb(@Nullable String value) {
        if (value == null) {
            return missing();
        }
        byte[] json = value.getBytes(StandardCharsets.UTF_8);
        int4(json.length + 1);
        ensure(json.length + 1);
        bytes[length++] = 1;
        return raw(json);
    }

    public BinaryCopy texts(List<String> values) {
        int start = length;
        int4(0);
        if (values.isEmpty()) {
            int4(0).int4(0).int4(TEXT_OID);
        } else {
            int4(1).int4(0).int4(TEXT_OID).int4(values.size()).int4(1);
            values.forEach(this::sized);
        }
        int end = length;
        length = start;
        int4(end - start - 4);
        length = end;
        return this;
    }

    /// The whole, with its trailer.
    public byte[] done() {
        int2(-1);
        return Arrays.copyOf(bytes, length);
    }

    private BinaryCopy sized(String value) {
        int count = value.length();
        // One byte a character nearly always: write as if, and start over when it was not so.
        ensure(4 + count);
        int at = length + 4;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                return int4(utf8.length).raw(utf8);
            }
            bytes[at + i] = (byte) c;
        }
        int4(count);
        length += count;
        return this;
    }

    private BinaryCopy missing() {
        return int4(-1);
    }

    private BinaryCopy raw(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    private BinaryCopy int2(int value) {
        ensure(2);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    private BinaryCopy int4(int value) {
        ensure(4);
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    private BinaryCopy int8(long value) {
        return int4((int) (value >>> 32)).int4((int) value);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
