package io.muster.server.exports;

import io.muster.engine.report.TableOutput;
import io.muster.server.contacts.Contact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.LongConsumer;

/// The file of an export, which comes into being while it is read; only some rows are held at a
/// time.
final class ExportContent extends InputStream {
    private static final int ROWS_AT_ONCE = 200;

    /// What is written and not yet read.
    static final class Pipe extends ByteArrayOutputStream {
        private int read;

        private int take(byte[] into, int offset, int length) {
            int some = Math.min(length, count - read);
            System.arraycopy(buf, read, into, offset, some);
            read += some;
            if (read == count) {
                reset();
                read = 0;
            }
            return some;
        }

        private boolean isEmpty() {
            return count == read;
        }
    }

    /// Makes the writer of a file.
    interface Output {
        TableOutput to(Pipe pipe) throws IOException;
    }

    private final Pipe pipe = new Pipe();
    private final TableOutput output;
    private final ExportTable table;
    private final Iterator<Contact> contacts;
    private final LongConsumer progress;
    private long rows;
    private boolean ended;

    /// @param progress told from time to time how many contacts are written
    ExportContent(
            Output output, ExportTable table, Iterator<Contact> contacts, LongConsumer progress)
            throws IOException {
        this.output = output.to(pipe);
        this.table = table;
        this.contacts = contacts;
        this.progress = progress;
        this.output.row(table.headers());
    }

    /// Contacts written so far.
    long rows() {
        return rows;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (pipe.isEmpty() && !ended) {
            write();
        }
        return pipe.isEmpty() ? -1 : pipe.take(into, offset, length);
    }

    private void write() throws IOException {
        for (int i = 0; i < ROWS_AT_ONCE && contacts.hasNext(); i++) {
            output.row(table.cells(contacts.next()));
            rows++;
        }
        progress.accept(rows);
        if (!contacts.hasNext()) {
            ended = true;
            output.close();
        }
    }
}
