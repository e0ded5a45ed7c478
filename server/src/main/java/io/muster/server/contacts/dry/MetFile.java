package io.muster.server.contacts.dry;

import io.muster.server.contacts.Met;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The contacts that a dry run has met, one record each, in a scratch file. A contact that changes
/// gets a new record, to which its first one points. For one thread.
///
/// Records begin at multiples of [#UNIT], which is what their numbers count.
public final class MetFile implements AutoCloseable {
    private static final int UNIT = 16;
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final int BUFFER = 1 << 18;

    /// As long as most records, so that one read brings head and body.
    private static final int USUAL = 1 << 10;

    private final FileChannel file;
    private final MetForm form = new MetForm();
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /// What of the file is behind the buffer.
    private long written;

    public MetFile(Path folder) {
        try {
            file = ScratchFile.open(folder);
        } catch (IOException e) {
            throw KeyIndex.failed(e);
        }
        // No record is number nought.
        buffer.position(UNIT);
    }

    /// @return the number of its record
    public int add(Met met) {
        ByteBuffer body = form.write(met);
        int length = body.remaining();
        int size = (HEAD + length + UNIT - 1) / UNIT * UNIT;
        if (size > buffer.remaining()) {
            flush();
        }
        if (size > buffer.remaining()) {
            buffer = ByteBuffer.allocate(size);
        }
        long at = written + buffer.position();
        buffer.putLong(0).putInt(length).put(body);
        buffer.position((int) (at - written) + size);
        return number(at);
    }

    /// Gives a contact another state.
    ///
    /// @param first the number that it got when it was added
    public void replace(int first, Met met) {
        long latest = place(add(met));
        long at = place(first);
        if (at >= written) {
            buffer.putLong((int) (at - written), latest);
        } else {
            write(ByteBuffer.allocate(Long.BYTES).putLong(latest).flip(), at);
        }
    }

    /// The contact as it is now.
    ///
    /// @param first the number that it got when it was added
    public Met read(int first) {
        flush();
        ByteBuffer head = read(place(first), USUAL);
        long latest = head.getLong(0);
        return latest == 0 ? met(head, place(first)) : met(read(latest, USUAL), latest);
    }

    private Met met(ByteBuffer record, long at) {
        int length = record.getInt(Long.BYTES);
        ByteBuffer whole = HEAD + length <= record.limit() ? record : read(at, HEAD + length);
        return form.read(whole.slice(HEAD, length));
    }

    private ByteBuffer read(long at, int bytes) {
        ByteBuffer into = ByteBuffer.allocate(bytes);
        try {
            while (into.hasRemaining()) {
                if (file.read(into, at + into.position()) < 0) {
                    break;
                }
            }
            if (into.position() < HEAD) {
                throw new EOFException();
            }
        } catch (IOException e) {
            throw KeyIndex.failed(e);
        }
        return into.flip();
    }

    private void flush() {
        if (buffer.position() > 0) {
            buffer.flip();
            int bytes = buffer.limit();
            write(buffer, written);
            written += bytes;
            buffer.clear();
        }
    }

    private void write(ByteBuffer bytes, long at) {
        try {
            for (long to = at; bytes.hasRemaining(); ) {
                to += file.write(bytes, to);
            }
        } catch (IOException e) {
            throw KeyIndex.failed(e);
        }
    }

    private static int number(long at) {
        long number = at / UNIT;
        if (number >>> Integer.SIZE != 0) {
            throw KeyIndex.failed(new IOException("More contacts than a dry run can keep"));
        }
        return (int) number;
    }

    private static long place(int number) {
        return Integer.toUnsignedLong(number) * UNIT;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw KeyIndex.failed(e);
        }
    }
}
