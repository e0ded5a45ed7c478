package io.muster.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every file store must do.
abstract class FileStoreContract {
    private static final long LIMIT = 1_000_000;

    abstract FileStore store();

    /// How many things the store holds, unfinished ones included.
    abstract long kept() throws IOException;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 999_999, 1_000_000})
    void whatGoesInComesOut(int size) throws IOException {
        byte[] bytes = bytes(size);

        var stored = store().store(new ByteArrayInputStream(bytes), LIMIT);

        assertThat(stored.size()).isEqualTo(size);
        assertThat(store().get(stored.id()).size()).isEqualTo(size);
        assertThat(read(stored.id())).isEqualTo(bytes);
        assertThat(read(stored.id())).as("read a second time").isEqualTo(bytes);
    }

    @Test
    void theHashIsSha256InHex() throws IOException {
        var stored = store().store(new ByteArrayInputStream(new byte[] {'a', 'b', 'c'}), LIMIT);

        assertThat(stored.sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void equalFilesAreKeptApart() throws IOException {
        var one = store().store(new ByteArrayInputStream(bytes(10)), LIMIT);
        var other = store().store(new ByteArrayInputStream(bytes(10)), LIMIT);
        store().delete(one.id());

        assertThat(other.sha256()).isEqualTo(one.sha256());
        assertThat(read(other.id())).isEqualTo(bytes(10));
    }

    @Test
    void oneByteTooManyIsRefusedAndNothingStays() throws IOException {
        assertThatExceptionOfType(FileTooLargeException.class)
                .isThrownBy(() -> store().store(new ByteArrayInputStream(bytes(1_000_001)), LIMIT))
                .satisfies(refusal -> assertThat(refusal.limit()).isEqualTo(LIMIT));
        assertThat(kept()).isZero();
    }

    @Test
    void anEndlessStreamIsLeftSoonAfterTheLimit() throws IOException {
        var endless =
                new InputStream() {
                    private long taken;

                    @Override
                    public int read() {
                        taken++;
                        return 'x';
                    }
                };

        assertThatExceptionOfType(FileTooLargeException.class)
                .isThrownBy(() -> store().store(endless, LIMIT));
        assertThat(endless.taken).isLessThan(2 * LIMIT);
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws IOException {
        var cutOff =
                new SequenceInputStream(
                        new ByteArrayInputStream(bytes(200_000)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("connection reset");
                            }
                        });

        assertThatIOException()
                .isThrownBy(() -> store().store(cutOff, LIMIT))
                .withMessage("connection reset");
        assertThat(kept()).isZero();
    }

    @Test
    void deletedIsGoneAndDeletingTwiceIsFine() throws IOException {
        var stored = store().store(new ByteArrayInputStream(bytes(10)), LIMIT);
        store().delete(stored.id());
        store().delete(stored.id());

        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> store().get(stored.id()));
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../secrets/postgres", "/etc/passwd", "a/b", "ABC", "%2e%2e"})
    void whatIsNoIdFindsNothing(String id) {
        assertThatExceptionOfType(FileStoreException.class).isThrownBy(() -> store().get(id));
        assertThatExceptionOfType(FileStoreException.class).isThrownBy(() -> store().delete(id));
    }

    private byte[] read(String id) throws IOException {
        try (var in = store().get(id).open()) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
