package io.muster.server.imports;

import io.muster.engine.file.Column;
import io.muster.engine.file.Detection;
import io.muster.engine.file.FileSource;
import io.muster.engine.file.FillCount;
import io.muster.engine.file.FormatDetector;
import io.muster.engine.file.Limits;
import io.muster.engine.file.Preview;
import io.muster.engine.file.RowCount;
import io.muster.engine.file.SheetDetection;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.TextDetection;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.mapping.Suggester;
import io.muster.engine.mapping.Suggestion;
import io.muster.server.fields.CustomFields;
import io.muster.server.files.FileStoreException;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Understands a file that has just arrived: how it is to be read, its columns, and where they
/// probably go.
@Component
public class FirstLook {
    /// Text up to this size is counted while its owner waits, which takes a fraction of a second.
    private static final long TEXT_COUNTED_AT_ONCE = 64L << 20;

    /// A file up to this size is read whole while its owner waits.
    private static final long READ_AT_ONCE = 8L << 20;

    /// Workbooks are packed, and take longer to read.
    private static final long WORKBOOK_COUNTED_AT_ONCE = 2L << 20;

    private final Tenants tenants;
    private final CustomFields fields;
    private final ImportFiles files;
    private final Limits limits;
    private final FormatDetector detector;

    FirstLook(Tenants tenants, CustomFields fields, ImportFiles files, Limits limits) {
        this.tenants = tenants;
        this.fields = fields;
        this.files = files;
        this.limits = limits;
        this.detector = new FormatDetector(limits);
    }

    /// What was seen of a file.
    ///
    /// @param total its rows; null when they are too many to count at once
    record Seen(Detection detection, List<ImportColumn> columns, @Nullable Long total) {}

    /// Looks at a file that has just arrived.
    ///
    /// @param choice what is known already of how it is to be read
    Seen at(TenantId tenant, String fileId, FormatChoice choice)
            throws IOException, UnreadableFileException {
        return again(tenant, fileId, detector.detect(files.open(fileId)), choice);
    }

    /// Looks at a file that somebody wants to be read otherwise.
    Seen again(TenantId tenant, String fileId, Detection before, FormatChoice choice)
            throws IOException, UnreadableFileException {
        Optional<String> sheet = choice.otherSheet(before);
        Detection detection =
                sheet.isPresent()
                        ? choice.newSince(before)
                                .applyTo(detector.detect(files.open(fileId), sheet.get()))
                        : choice.applyTo(before);
        return look(tenant, fileId, detection);
    }

    private Seen look(TenantId tenant, String fileId, Detection detection)
            throws IOException, UnreadableFileException {
        FileSource file = files.open(fileId);
        Preview preview = Preview.read(file, detection.format(), limits, 0);
        String region = tenants.get(tenant).settings().defaultRegion();
        List<Suggestion> suggestions =
                new Suggester(EngineFields.of(fields.all(tenant)))
                        .suggest(preview.columns(), region);
        boolean small = file.size() <= READ_AT_ONCE && isCountedAtOnce(file, detection);
        FillCount counted = small ? fill(file, detection) : null;
        List<ImportColumn> columns = new ArrayList<>();
        for (int i = 0; i < suggestions.size(); i++) {
            Column seen = preview.columns().get(i);
            Column column = counted == null ? seen : seen.withFillRate(counted.rate(i));
            columns.add(
                    ImportColumn.of(
                            column, suggestions.get(i), Suggester.inferred(column, region)));
        }
        return new Seen(
                detection,
                columns,
                counted != null
                        ? Long.valueOf(counted.rows())
                        : isCountedAtOnce(file, detection) ? count(file, detection) : null);
    }

    private static boolean isCountedAtOnce(FileSource file, Detection detection)
            throws IOException {
        return file.size()
                <= switch (detection) {
                    case TextDetection _ -> TEXT_COUNTED_AT_ONCE;
                    case SheetDetection _ -> WORKBOOK_COUNTED_AT_ONCE;
                };
    }

    /// The first rows as they are read, for a person to judge by.
    ///
    /// @param rows how many at most
    public List<SourceRow> rows(Import of, int rows) {
        try {
            return Preview.read(files.open(of), of.detection().format(), limits, rows).rows();
        } catch (IOException | UnreadableFileException e) {
            return List.of();
        }
    }

    /// Counts a large file when somebody needs the number at once.
    ///
    /// @return empty when it is known, or cannot be found out
    OptionalLong countIfUnknown(Import of) {
        if (of.total() != null || of.status().isFinished()) {
            return OptionalLong.empty();
        }
        try {
            Long total = count(files.open(of), of.detection());
            return total == null ? OptionalLong.empty() : OptionalLong.of(total);
        } catch (IOException | FileStoreException e) {
            return OptionalLong.empty();
        }
    }

    private @Nullable FillCount fill(FileSource file, Detection detection) throws IOException {
        try {
            return FillCount.of(file, detection.format(), limits);
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    /// A file that breaks off has no total: the import tells where.
    private @Nullable Long count(FileSource file, Detection detection) throws IOException {
        try {
            return RowCount.of(file, detection.format(), limits);
        } catch (UnreadableFileException e) {
            return null;
        }
    }
}
