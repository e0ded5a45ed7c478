package io.muster.bench.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A CSV file of invented contacts, the same on every machine: ten columns, one row in a hundred
/// bad, one a repetition of an earlier row in another spelling.
public record SampleFile(Path path, long rows) {
    public static final String HEADER =
            "external_id,phone,email,first_name,last_name,company,city,postal_code,country,tags";

    /// Which columns go where, as the API takes it.
    public static final String OPTIONS =
            """
            {"default_region": "US", "columns": [
              {"index": 0, "target": "external_id"}, {"index": 1, "target": "phone"},
              {"index": 2, "target": "email"}, {"index": 3, "target": "first_name"},
              {"index": 4, "target": "last_name"}, {"index": 5, "target": "company"},
              {"index": 6, "target": "city"}, {"index": 7, "target": "postal_code"},
              {"index": 8, "target": "country"}, {"index": 9, "target": "tags"}]}
            """;

    private static final int CYCLE = 100;
    private static final int BAD = 37;
    private static final int REPEATED = 73;

    /// How the file stands to the one that was imported before.
    public enum Edition {
        ORIGINAL("original"),
        /// Without the repetitions.
        EACH_ONCE("each-once"),
        /// The same contacts, each with another company.
        OTHER_COMPANIES("other-companies");

        private final String name;

        Edition(String name) {
            this.name = name;
        }
    }

    /// Writes the file unless an earlier run has.
    public static SampleFile in(Path folder, long rows, Edition edition) throws IOException {
        Path path = folder.resolve("contacts-" + rows + "-" + edition.name + ".csv");
        if (!Files.exists(path)) {
            Files.createDirectories(folder);
            Path draft = folder.resolve(path.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                write(out, rows, edition);
            }
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        }
        return new SampleFile(path, rows);
    }

    static void write(Writer out, long rows, Edition edition) throws IOException {
        out.write(HEADER);
        out.write('\n');
        for (long row = 0; row < rows; row++) {
            out.write(line(row, edition));
            out.write('\n');
        }
    }

    private static String line(long row, Edition edition) {
        long place = row % CYCLE;
        if (place == REPEATED && edition != Edition.EACH_ONCE) {
            return line(earlier(row), row, edition);
        }
        String line = line(row, row, edition);
        return place == BAD ? spoilt(line, row) : line;
    }

    /// A good row somewhere before, often in a batch long written.
    private static long earlier(long row) {
        long other = InventedContact.mix(row) % row;
        long place = other % CYCLE;
        return place == BAD || place == REPEATED ? other - 1 : other;
    }

    private static String line(long contact, long spelling, Edition edition) {
        InventedContact who = new InventedContact(contact);
        return String.join(
                ",",
                who.externalId(),
                who.phone(spelling),
                who.email(),
                who.firstName(),
                who.lastName(),
                edition == Edition.OTHER_COMPANIES ? who.company() + " Group" : who.company(),
                who.city(),
                who.postalCode(),
                who.country(),
                who.tags());
    }

    private static String spoilt(String line, long row) {
        String[] cells = line.split(",", -1);
        if (row / CYCLE % 2 == 0) {
            cells[1] = "ext. " + row;
        } else {
            cells[2] = cells[2].replace('@', ' ');
        }
        return String.join(",", cells);
    }
}
