package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;

/// A head, a filling repeated up to a huge size, and a tail, made while it is read.
record Endless(String head, String filling, String tail, long bytes) implements FileSource {

    private static final int BLOCK = 64 * 1024;

    @Override
    public long size() {
        return bytes;
    }

    @Override
    public InputStream open() {
        byte[] block = filling.repeat(BLOCK / filling.length()).getBytes(ISO_8859_1);
        byte[] first = head.getBytes(ISO_8859_1);
        byte[] last = tail.getBytes(ISO_8859_1);
        return new InputStream() {
            private long given;
            private int inBlock;
            private int inTail;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                if (given < first.length) {
                    int count = (int) Math.min(length, first.length - given);
                    System.arraycopy(first, (int) given, to, offset, count);
                    given += count;
                    return count;
                }
                if (given < bytes || inBlock > 0) {
                    int count = Math.min(length, block.length - inBlock);
                    System.arraycopy(block, inBlock, to, offset, count);
                    inBlock = (inBlock + count) % block.length;
                    given += count;
                    return count;
                }
                int count = Math.min(length, last.length - inTail);
                System.arraycopy(last, inTail, to, offset, count);
                inTail += count;
                return count == 0 && length > 0 ? -1 : count;
            }
        };
    }
}
