package io.muster.engine.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Feeds a parser one physical line at a time.
///
/// A parser that reads only when it has used up what it was given therefore never sees beyond the
/// record at hand. So the text, the line and the damage of that record are known here exactly, and
/// after a record that cannot be parsed the next line is a sound place to go on.
final class LineFeed extends Reader {

    /// The record at hand has grown over the limit and was not handed out any further.
    static final class RecordTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Where characters and bytes are known to meet.
    private record Anchor(long charIndex, long byteOffset) {}

    private static final int BLOCK = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final StrictDecoder decoder;
    private final int maxRecord;

    /// The last one before the record at hand, and all behind it.
    private final Deque<Anchor> anchors = new ArrayDeque<>();

    // buffer[record, pos) was handed out, [pos, ready) may be, [ready, end) is not yet cut into
    // lines.
    private char[] buffer = new char[4 * BLOCK];
    private int record;
    private int pos;
    private int ready;
    private int end;
    private long charsBefore;
    private boolean lineComplete;
    private long linesDone;
    private long recordLine = 1;
    private long damagedAt = -1;

    LineFeed(StrictDecoder decoder, int maxRecord) throws IOException {
        this.decoder = decoder;
        this.maxRecord = maxRecord;
        if (fill() && buffer[0] == BYTE_ORDER_MARK) {
            pos = ready = record = 1;
        }
    }

    /// Starts a new record where the last one ended.
    void begin() {
        record = pos;
        recordLine = linesDone + 1;
        damagedAt = -1;
    }

    /// The physical line, from 1, where the record starts.
    long line() {
        return recordLine;
    }

    /// Offset in the file of the record's first byte that is no text, or -1.
    long damagedAt() {
        return damagedAt;
    }

    /// Where the next record begins; null in an encoding that must be read from the start.
    ///
    /// @param row the number of that record
    @Nullable RowPlace place(long row) {
        if (!decoder.isStateless()) {
            return null;
        }
        forgetAnchors(pos);
        Anchor anchor = anchors.getFirst();
        return new RowPlace(
                row,
                linesDone + 1,
                anchor.byteOffset(),
                (int) (charsBefore + pos - anchor.charIndex()));
    }

    /// Goes on at a record further down.
    ///
    /// @return false when it lies before what was read already; nothing has happened then
    boolean goTo(RowPlace place) throws IOException {
        if (!decoder.goTo(place.byteOffset())) {
            return false;
        }
        anchors.clear();
        charsBefore = decoder.charIndex();
        record = pos = ready = end = 0;
        while (end < place.chars() && fill()) {
            // A fill brings one block at most.
        }
        pos = ready = Math.min(place.chars(), end);
        passDamages();
        linesDone = place.line() - 1;
        lineComplete = true;
        begin();
        return true;
    }

    private void forgetAnchors(int upTo) {
        while (anchors.size() > 1 && second().charIndex() <= charsBefore + upTo) {
            anchors.removeFirst();
        }
    }

    private Anchor second() {
        Iterator<Anchor> all = anchors.iterator();
        all.next();
        return all.next();
    }

    /// Characters of the record handed out so far.
    int length() {
        return pos - record;
    }

    /// The record as far as it was handed out.
    String text() {
        return new String(buffer, record, pos - record);
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (pos == ready && !advance()) {
            return -1;
        }
        if (ready - record > maxRecord) {
            throw new RecordTooLong();
        }
        int count = Math.min(length, ready - pos);
        System.arraycopy(buffer, pos, to, offset, count);
        take(count);
        return count;
    }

    /// Passes over physical lines.
    void skipLines(int count) throws IOException {
        for (long goal = linesDone + count; linesDone < goal && (pos < ready || advance()); ) {
            take(ready - pos);
            begin();
        }
    }

    /// Follows the quotes of what was handed out of the record.
    void scan(QuoteScan quotes) {
        quotes.scan(buffer, record, pos);
    }

    /// Drops the rest of the physical line at hand.
    void dropLine() throws IOException {
        while (!(pos == ready && lineComplete) && (pos < ready || advance())) {
            take(ready - pos);
            record = pos;
        }
    }

    /// Drops the rest of the record at hand: to the end of the first line outside quotes, or the
    /// end of the file.
    void dropRecord(QuoteScan quotes) throws IOException {
        boolean done = false;
        while (!done && (pos < ready || advance())) {
            quotes.scan(buffer, pos, ready);
            take(ready - pos);
            record = pos;
            done = lineComplete && !quotes.isOpen();
        }
    }

    private void take(int count) {
        pos += count;
        if (pos == ready && lineComplete) {
            linesDone++;
        }
        if (!decoder.damages().isEmpty()) {
            passDamages();
        }
    }

    private void passDamages() {
        for (StrictDecoder.Damage damage = decoder.damages().peek();
                damage != null && damage.charIndex() < charsBefore + pos;
                damage = decoder.damages().peek()) {
            decoder.damages().remove();
            if (damagedAt < 0) {
                damagedAt = damage.byteOffset();
            }
        }
    }

    /// Makes the next line, or a part of a long one, ready; false at the end of the file.
    private boolean advance() throws IOException {
        while (true) {
            for (int i = pos; i < end; i++) {
                char c = buffer[i];
                if (c > '\r' || (c != '\n' && c != '\r')) {
                    continue;
                }
                boolean lineFeedMayFollow = c == '\r' && i + 1 == end;
                if (lineFeedMayFollow && i > pos) {
                    return ready(i, false);
                }
                if (lineFeedMayFollow && fill()) {
                    i = pos;
                }
                return ready(
                        c == '\r' && i + 1 < end && buffer[i + 1] == '\n' ? i + 2 : i + 1, true);
            }
            if (pos < end) {
                return ready(end, false);
            }
            if (!fill()) {
                return false;
            }
        }
    }

    private boolean ready(int upTo, boolean complete) {
        ready = upTo;
        lineComplete = complete;
        return true;
    }

    private boolean fill() throws IOException {
        if (buffer.length - end < BLOCK) {
            char[] target =
                    buffer.length - (end - record) < BLOCK
                            ? Arrays.copyOf(buffer, buffer.length * 2)
                            : buffer;
            System.arraycopy(buffer, record, target, 0, end - record);
            buffer = target;
            charsBefore += record;
            pos -= record;
            ready -= record;
            end -= record;
            record = 0;
        }
        forgetAnchors(record);
        anchors.add(new Anchor(decoder.charIndex(), decoder.byteOffset()));
        int count = decoder.read(buffer, end, BLOCK);
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
