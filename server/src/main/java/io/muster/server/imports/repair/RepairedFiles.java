package io.muster.server.imports.repair;

import io.muster.engine.file.Detection;
import io.muster.engine.file.FileFormat;
import io.muster.engine.file.FileSource;
import io.muster.engine.file.FormatDetector;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.file.Limits;
import io.muster.engine.file.RowReader;
import io.muster.engine.file.RowReaders;
import io.muster.engine.file.SheetDetection;
import io.muster.engine.file.SheetFormat;
import io.muster.engine.file.SourceRow;
import io.muster.engine.file.UnreadableFileException;
import io.muster.engine.file.xlsx.Sheet;
import io.muster.engine.report.RowsFile;
import io.muster.engine.report.RowsWorkbook;
import io.muster.server.access.Caller;
import io.muster.server.files.FileStore;
import io.muster.server.files.FileStoreException;
import io.muster.server.files.StoredFile;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportFiles;
import io.muster.server.imports.run.ImportPlans;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.imports.store.RepairStore.Kind;
import io.muster.server.imports.store.RowStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Error files that come back repaired: known by the columns that were added to them, laid over the
/// rows of their import by number, and so ready for its next attempt.
@Service
public class RepairedFiles {
    private static final int CHUNK = 1_000;

    private final TenantTransactions transactions;
    private final ImportStore imports;
    private final ImportFiles importFiles;
    private final FileStore files;
    private final RowStore rows;
    private final RepairStore store;
    private final RepairWork work;
    private final RowRepairs repairs;
    private final ImportPlans plans;
    private final Limits limits;
    private final FormatDetector detector;

    RepairedFiles(
            TenantTransactions transactions,
            ImportStore imports,
            ImportFiles importFiles,
            FileStore files,
            RowStore rows,
            RepairStore store,
            RepairWork work,
            RowRepairs repairs,
            ImportPlans plans,
            Limits limits) {
        this.transactions = transactions;
        this.imports = imports;
        this.importFiles = importFiles;
        this.files = files;
        this.rows = rows;
        this.store = store;
        this.work = work;
        this.repairs = repairs;
        this.plans = plans;
        this.limits = limits;
        this.detector = new FormatDetector(limits);
    }

    /// What came of a repaired file.
    ///
    /// @param rows in the file
    /// @param changed how many of them say something else than before
    /// @param imported how many are imported already, and so were left alone
    public record Merged(Import of, long rows, long changed, long imported) {}

    /// The import whose error file this is; empty for any other file, and when the import is gone
    /// or undone, so that it is a new file then.
    public Optional<Import> recognise(TenantId tenant, StoredFile file) {
        try (RowReader reader = open(file)) {
            int marker = RowsFile.place(reader.headers(), RowsFile.IMPORT);
            if (marker < 0 || RowsFile.place(reader.headers(), RowsFile.ROW) < 0) {
                return Optional.empty();
            }
            SourceRow first = reader.next();
            List<String> cells = first == null ? List.of() : first.cells();
            return marker < cells.size() ? find(tenant, cells.get(marker)) : Optional.empty();
        } catch (UnreadableFileException e) {
            // Whoever makes a new import of it says what is wrong.
            return Optional.empty();
        } catch (IOException e) {
            throw new FileStoreException("The uploaded file could not be read", e);
        }
    }

    private Optional<Import> find(TenantId tenant, String id) {
        try {
            UUID importId = UUID.fromString(id);
            return transactions
                    .call(tenant, () -> imports.find(tenant, importId))
                    .filter(of ->
                            switch (of.status()) {
                                case UPLOADED, REVERTING, REVERTED -> false;
                                case QUEUED,
                                        PROCESSING,
                                        POST_PROCESSING,
                                        COMPLETED,
                                        FAILED,
                                        CANCELLED ->
                                        true;
                            });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Lays the rows of a file over those of the import, as one step. The file itself is not kept.
    ///
    /// @throws ApiProblem 409 while the import runs, 422 naming the lines that cannot be placed;
    ///   nothing is changed then
    public Merged merge(Caller caller, Import of, StoredFile file) {
        TenantId tenant = caller.tenant();
        try {
            return transactions.call(
                    tenant,
                    () -> {
                        Import locked =
                                imports.findLocked(tenant, of.id())
                                        .orElseThrow(() -> ApiProblem.notFound("import"));
                        OpenRows.requireOpen(locked);
                        return read(caller, locked, file);
                    });
        } finally {
            files.delete(file.id());
        }
    }

    private Merged read(Caller caller, Import of, StoredFile file) {
        try {
            return layOver(caller, of, file);
        } catch (UnreadableFileException e) {
            throw ApiProblem.unprocessable(
                    e.sentence(), List.of(new FieldError("file", e.code().name(), e.sentence())));
        } catch (IOException e) {
            throw new FileStoreException("The uploaded file could not be read", e);
        }
    }

    private Merged layOver(Caller caller, Import of, StoredFile file)
            throws IOException, UnreadableFileException {
        TenantId tenant = caller.tenant();
        RepairedRows repaired = repairs.of(tenant, of, plans.of(tenant, of));
        long step = work.add(caller, of, Kind.FILE, null, 0, List.of());
        Merged merged = new Merged(of, 0, 0, 0);
        BitSet seen = new BitSet();
        for (FileFormat format : sheets(file)) {
            try (RowReader reader = RowReaders.open(importFiles.open(file.id()), format, limits)) {
                RepairedFileRows lines = new RepairedFileRows(of, reader, seen);
                RowMerge merge = new RowMerge(tenant, of, rows, repaired, lines.columns());
                layOver(tenant, of, step, lines, merge);
                merged =
                        new Merged(
                                of,
                                merged.rows() + lines.count(),
                                merged.changed() + merge.changed(),
                                merged.imported() + merge.imported());
            }
        }
        store.settle(tenant, of.id(), step, merged.changed());
        return merged;
    }

    private void layOver(
            TenantId tenant, Import of, long step, RepairedFileRows lines, RowMerge merge)
            throws IOException, UnreadableFileException {
        List<RepairedFileRows.Line> chunk = new ArrayList<>(CHUNK);
        for (RepairedFileRows.Line line = lines.next(); line != null; line = lines.next()) {
            chunk.add(line);
            if (chunk.size() == CHUNK) {
                store.edit(tenant, of.id(), step, merge.edits(chunk));
                chunk.clear();
            }
        }
        store.edit(tenant, of.id(), step, merge.edits(chunk));
    }

    /// Many rows take more than one sheet of a workbook.
    private List<FileFormat> sheets(StoredFile file) throws IOException, UnreadableFileException {
        Detection detection = detector.detect(importFiles.open(file.id()));
        List<FileFormat> formats = new ArrayList<>(List.of(detection.format()));
        if (detection instanceof SheetDetection workbook) {
            workbook.sheets().stream()
                    .map(Sheet::name)
                    .filter(name -> !name.equals(workbook.format().sheet()))
                    .filter(RowsWorkbook::isFurtherSheet)
                    .map(name -> new SheetFormat(name, 0, HeaderMode.PRESENT))
                    .forEach(formats::add);
        }
        return formats;
    }

    private RowReader open(StoredFile file) throws IOException, UnreadableFileException {
        FileSource source = importFiles.open(file.id());
        return RowReaders.open(source, detector.detect(source).format(), limits);
    }
}
