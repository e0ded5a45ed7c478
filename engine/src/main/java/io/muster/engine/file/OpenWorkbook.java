package io.muster.engine.file;

import io.muster.engine.file.xlsx.Sheet;
import io.muster.engine.file.xlsx.SheetRows;
import io.muster.engine.file.xlsx.Workbook;
import io.muster.engine.file.xlsx.WorkbookException;
import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// A workbook opened where it lies, or from a copy on this machine that nobody else sees and that
/// goes with it.
final class OpenWorkbook implements Closeable {

    private final Workbook workbook;

    private OpenWorkbook(Workbook workbook) {
        this.workbook = workbook;
    }

    static OpenWorkbook of(FileSource source, Limits limits)
            throws IOException, UnreadableFileException {
        try {
            Optional<Path> path = source.path();
            return new OpenWorkbook(
                    path.isPresent()
                            ? Workbook.open(path.get(), limits.ofWorkbooks())
                            : openCopy(source, limits));
        } catch (WorkbookException e) {
            throw new UnreadableFileException(e);
        }
    }

    /// An open file outlives its name.
    private static Workbook openCopy(FileSource source, Limits limits) throws IOException {
        Path copy = Files.createTempFile("muster-", ".xlsx");
        try (InputStream in = source.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return Workbook.open(copy, limits.ofWorkbooks());
        } finally {
            Files.delete(copy);
        }
    }

    List<Sheet> sheets() {
        return workbook.sheets();
    }

    /// @throws UnreadableFileException `UNKNOWN_SHEET` when there is none of this name
    SheetRows rows(String sheet) throws IOException, UnreadableFileException {
        Sheet named =
                sheets().stream()
                        .filter(one -> one.name().equals(sheet))
                        .findFirst()
                        .orElseThrow(() -> new UnreadableFileException(Code.UNKNOWN_SHEET));
        try {
            return workbook.rows(named);
        } catch (WorkbookException e) {
            throw new UnreadableFileException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
