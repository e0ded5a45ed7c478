package io.muster.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds workbooks, sound ones and others, part by part.
///
/// A cell is text, or a number `n:4155551234` with a format behind a bar (`n:1067|00000`), a shared
/// string `s:`, a yes or no `b:1`, an error `e:#N/A`, a formula's text `f:`, an ISO date `d:`, or
/// XML `<c …>`. `-` leaves a cell out, and `*` is a cell with nothing but a look. A row may be XML
/// as a whole, too.
final class WorkbookFile {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String PACKAGE =
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private static final String TYPE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<String> formats = new ArrayList<>(List.of("General"));
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relationships = new StringBuilder();
    private int count;
    private boolean from1904;

    WorkbookFile from1904() {
        from1904 = true;
        return this;
    }

    WorkbookFile sheet(String name, List<?> rows) {
        return sheet(name, "visible", rows);
    }

    /// @param state `visible`, `hidden` or `veryHidden`
    WorkbookFile sheet(String name, String state, List<?> rows) {
        StringBuilder xml = new StringBuilder("<dimension ref=\"A1\"/><sheetData>");
        int line = 0;
        for (Object row : rows) {
            line++;
            if (row instanceof List<?> cells) {
                xml.append(row(line, cells));
            } else {
                xml.append(row);
            }
        }
        return sheetXml(name, state, xml.append("</sheetData>").toString());
    }

    /// A sheet whose XML is given.
    WorkbookFile sheetXml(String name, String state, String content) {
        count++;
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
                        .formatted(escaped(name), count, state, count));
        relationships.append(
                relationship("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                HEAD + "<worksheet " + MAIN + ">" + content + "</worksheet>");
    }

    WorkbookFile part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    private String row(int line, List<?> cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + line + "\">");
        for (int i = 0; i < cells.size(); i++) {
            xml.append(cell(Headers.letters(i) + line, String.valueOf(cells.get(i))));
        }
        return xml.append("</row>").toString();
    }

    private String cell(String at, String cell) {
        int bar = cell.lastIndexOf('|');
        String kind = cell.length() > 1 && cell.charAt(1) == ':' ? cell.substring(0, 2) : "";
        boolean styled = kind.equals("n:") && bar > 0;
        String value = escaped(cell.substring(kind.length(), styled ? bar : cell.length()));
        String start = "<c r=\"" + at + "\"";
        return switch (kind) {
            case "n:" ->
                    start
                            + (styled ? " s=\"" + style(cell.substring(bar + 1)) + "\"" : "")
                            + "><v>"
                            + value
                            + "</v></c>";
            case "s:" -> start + " t=\"s\"><v>" + shared("<t>" + value + "</t>") + "</v></c>";
            case "b:" -> start + " t=\"b\"><v>" + value + "</v></c>";
            case "e:" -> start + " t=\"e\"><f>1/0</f><v>" + value + "</v></c>";
            case "f:" -> start + " t=\"str\"><f>A1&amp;B1</f><v>" + value + "</v></c>";
            case "d:" -> start + " t=\"d\"><v>" + value + "</v></c>";
            default ->
                    switch (cell) {
                        case "-" -> "";
                        case "*" -> start + " s=\"0\"/>";
                        default ->
                                cell.startsWith("<c")
                                        ? cell
                                        : start
                                                + " t=\"inlineStr\"><is><t>"
                                                + value
                                                + "</t></is></c>";
                    };
        };
    }

    /// @param content of the string's element
    int shared(String content) {
        strings.add(content);
        return strings.size() - 1;
    }

    private int style(String format) {
        if (!formats.contains(format)) {
            formats.add(format);
        }
        return formats.indexOf(format);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, String> all = new LinkedHashMap<>();
            all.put(
                    "_rels/.rels",
                    HEAD
                            + "<Relationships "
                            + PACKAGE
                            + ">"
                            + relationship("rId1", "officeDocument", "xl/workbook.xml")
                            + "</Relationships>");
            all.put(
                    "xl/workbook.xml",
                    HEAD
                            + "<workbook "
                            + MAIN
                            + "><workbookPr date1904=\""
                            + (from1904 ? 1 : 0)
                            + "\"/><sheets>"
                            + sheets
                            + "</sheets></workbook>");
            all.put(
                    "xl/_rels/workbook.xml.rels",
                    HEAD
                            + "<Relationships "
                            + PACKAGE
                            + ">"
                            + relationships
                            + relationship("rIdT", "sharedStrings", "sharedStrings.xml")
                            + relationship("rIdS", "styles", "/xl/styles.xml")
                            + "</Relationships>");
            all.put("xl/sharedStrings.xml", sharedStrings());
            all.put("xl/styles.xml", styles());
            all.putAll(parts);
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private String sharedStrings() {
        StringBuilder xml = new StringBuilder(HEAD + "<sst " + MAIN + ">");
        strings.forEach(content -> xml.append("<si>").append(content).append("</si>"));
        return xml.append("</sst>").toString();
    }

    private String styles() {
        StringBuilder own = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < formats.size(); i++) {
            String format = formats.get(i);
            boolean builtIn = format.matches("\\d+!");
            String id = i == 0 ? "0" : builtIn ? format.replace("!", "") : "" + (164 + i);
            if (i > 0 && !builtIn) {
                own.append(
                        "<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>"
                                .formatted(id, escaped(format)));
            }
            cells.append("<xf numFmtId=\"%s\"/>".formatted(id));
        }
        return HEAD
                + "<styleSheet "
                + MAIN
                + "><numFmts>"
                + own
                + "</numFmts>"
                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                + cells
                + "</cellXfs></styleSheet>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>"
                .formatted(id, TYPE + type, target);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
