package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An open workbook: its sheets, and what they share.
public final class Workbook implements Closeable {

    private static final String USUAL_PLACE = "xl/workbook.xml";
    private static final int MOST_SHEETS = 1_000;

    private final Archive archive;
    private final WorkbookLimits limits;
    private final Relationships parts;
    private final Map<Sheet, String> sheets = new LinkedHashMap<>();
    private DateSystem dates = DateSystem.FROM_1900;

    private Workbook(Archive archive, WorkbookLimits limits) throws IOException {
        this.archive = archive;
        this.limits = limits;
        String main =
                Relationships.of(archive, "").byType().getOrDefault("officeDocument", USUAL_PLACE);
        Optional<PartStream> part = archive.part(main);
        if (part.isEmpty() || !main.endsWith(".xml")) {
            throw ArchiveKind.of(archive).refusal();
        }
        this.parts = Relationships.of(archive, main);
        try (XmlPart xml = new XmlPart(part.get())) {
            read(xml);
        }
        if (sheets.isEmpty()) {
            throw ArchiveKind.of(archive).refusal();
        }
    }

    /// Opens a workbook and reads what stands in front of its cells.
    ///
    /// @throws WorkbookException when it is none, damaged, too large or made to harm
    public static Workbook open(Path file, WorkbookLimits limits) throws IOException {
        Archive archive = Archive.open(file, limits);
        try {
            return new Workbook(archive, limits);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private void read(XmlPart xml) throws IOException {
        while (xml.next()) {
            String element = xml.started();
            if ("sheet".equals(element)) {
                addSheet(xml.attribute("name"), xml.attribute("id"), xml.attribute("state"));
            } else if ("workbookPr".equals(element)) {
                dates = DateSystem.of(xml.attribute("date1904"));
            }
        }
    }

    /// Charts that fill a sheet have no cells, and are passed over.
    private void addSheet(@Nullable String name, @Nullable String id, @Nullable String state) {
        String part = id == null ? null : parts.byId().get(id);
        if (name != null && part != null && sheets.size() < MOST_SHEETS) {
            boolean hidden = state != null && !state.equals("visible");
            sheets.putIfAbsent(new Sheet(name, hidden), part);
        }
    }

    /// In the order in which people see them.
    public List<Sheet> sheets() {
        return List.copyOf(sheets.keySet());
    }

    /// Opens a sheet. It is read from top to bottom; several may be open at a time.
    public SheetRows rows(Sheet sheet) throws IOException {
        String name = sheets.get(sheet);
        PartStream part = name == null ? null : archive.part(name).orElse(null);
        if (part == null) {
            throw new WorkbookException(
                    Code.DAMAGED_WORKBOOK,
                    "The workbook names the sheet \"%s\" but does not hold it. Open it in a spreadsheet, save it anew, and import that."
                            .formatted(sheet.name()));
        }
        XmlPart xml = new XmlPart(part);
        try {
            CellTexts texts = new CellTexts(sharedStrings(), styles(), limits.cellChars());
            return new SheetRows(xml, texts, limits.rowBytes());
        } catch (IOException | RuntimeException e) {
            xml.close();
            throw e;
        }
    }

    private SharedStrings sharedStrings() throws IOException {
        PartStream part = part("sharedStrings");
        return new SharedStrings(part == null ? null : new XmlPart(part), limits.cellChars());
    }

    private Styles styles() throws IOException {
        PartStream part = part("styles");
        if (part == null) {
            return Styles.none(dates);
        }
        try (XmlPart xml = new XmlPart(part)) {
            return Styles.read(xml, dates);
        }
    }

    private @Nullable PartStream part(String type) throws IOException {
        String name = parts.byType().get(type);
        return name == null ? null : archive.part(name).orElse(null);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
