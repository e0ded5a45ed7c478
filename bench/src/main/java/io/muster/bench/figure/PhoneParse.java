package io.muster.bench.figure;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.muster.bench.file.SampleFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// The least that any importer of contacts has to do, by the libraries that everybody takes: read
/// the rows, and normalise their phone numbers on all cores.
final class PhoneParse {
    private static final int CHUNK = 5_000;
    private static final int CHUNKS_AHEAD = 8;
    private static final int PHONE = 1;
    private static final String REGION = "US";
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private PhoneParse() {}

    static void run(SampleFile file) throws IOException, InterruptedException {
        Semaphore room = new Semaphore(CHUNKS_AHEAD);
        try (ExecutorService pool =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file.path())) {
            List<String> chunk = new ArrayList<>(CHUNK);
            for (CsvRecord row : reader) {
                chunk.add(row.getField(PHONE));
                if (chunk.size() == CHUNK) {
                    List<String> full = chunk;
                    chunk = new ArrayList<>(CHUNK);
                    room.acquire();
                    pool.execute(() -> {
                        full.forEach(PhoneParse::normalise);
                        room.release();
                    });
                }
            }
            chunk.forEach(PhoneParse::normalise);
        }
    }

    /// @return the number in E.164, or nothing for one that is not valid
    private static String normalise(String text) {
        try {
            PhoneNumber number = LIBRARY.parse(text, REGION);
            return LIBRARY.isValidNumber(number)
                    ? LIBRARY.format(number, PhoneNumberFormat.E164)
                    : "";
        } catch (NumberParseException e) {
            return "";
        }
    }
}
