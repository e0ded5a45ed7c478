package io.muster.engine.file.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A temporary file that grows and is read like memory, while the system decides what of it is in
/// memory. Nothing is left of it once it is closed, or the process has ended.
final class MappedFile implements Closeable {

    private final int chunk;
    private final Arena arena = Arena.ofShared();
    private final FileChannel channel;
    private final List<MemorySegment> chunks = new ArrayList<>();

    /// @param chunk bytes by which the file grows
    MappedFile(int chunk) throws IOException {
        this.chunk = chunk;
        Path path = Files.createTempFile("muster-", ".texts");
        this.channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// The part of the file that starts at this many chunks.
    MemorySegment chunk(int index) throws IOException {
        while (chunks.size() <= index) {
            long from = (long) chunks.size() * chunk;
            chunks.add(channel.map(FileChannel.MapMode.READ_WRITE, from, chunk, arena));
        }
        return chunks.get(index);
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
