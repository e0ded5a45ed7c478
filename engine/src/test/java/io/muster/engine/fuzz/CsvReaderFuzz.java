package io.muster.engine.fuzz;

import io.muster.engine.file.FileSource;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.file.TextFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Delimited text in any format: the first byte chooses it, the others are the file.
public final class CsvReaderFuzz {

    private static final List<String> CHARSETS =
            List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-32BE", "Shift_JIS", "GB18030");
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int OPTIONS = 2;

    private CsvReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        int choice = data[0] & 0xFF;
        String charset = CHARSETS.get(choice % CHARSETS.size());
        choice /= CHARSETS.size();
        char delimiter = DELIMITERS[choice % DELIMITERS.length];
        choice /= DELIMITERS.length;
        TextFormat format =
                new TextFormat(
                        charset,
                        delimiter,
                        choice % OPTIONS == 0 ? '"' : '\'',
                        choice / OPTIONS % OPTIONS,
                        choice / (OPTIONS * OPTIONS) % OPTIONS == 0
                                ? HeaderMode.PRESENT
                                : HeaderMode.ABSENT);
        Reads.read(FileSource.of(Arrays.copyOfRange(data, 1, data.length)), format);
    }
}
