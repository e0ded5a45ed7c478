package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.file.Detection;
import io.muster.engine.file.HeaderMode;
import io.muster.engine.file.SheetDetection;
import io.muster.engine.file.TextDetection;
import io.muster.engine.file.TextFormat;
import io.muster.engine.file.xlsx.Sheet;
import io.muster.server.imports.Import;
import io.muster.server.imports.pages.Amounts;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What was understood of a file: as chips to read, and as controls to choose otherwise.
public record FormatFields(List<Chip> chips, List<FormField> fields) {
    private static final List<String> ENCODINGS =
            List.of(
                    "UTF-8",
                    "windows-1252",
                    "ISO-8859-15",
                    "windows-1250",
                    "windows-1251",
                    "windows-1253",
                    "windows-1254",
                    "IBM850",
                    "x-MacRoman",
                    "UTF-16LE",
                    "UTF-16BE",
                    "Shift_JIS",
                    "GB18030",
                    "Big5",
                    "EUC-KR");

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final List<String> QUOTES = List.of("\"", "'");

    /// One thing that was understood.
    ///
    /// @param why what that rests on
    public record Chip(String icon, String label, String value, String why) {}

    static FormatFields of(Import of) {
        return switch (of.detection()) {
            case TextDetection text -> of(of, text);
            case SheetDetection workbook -> of(of, workbook);
        };
    }

    private static FormatFields of(Import of, TextDetection detection) {
        TextFormat format = detection.format();
        return new FormatFields(
                List.of(
                        new Chip(
                                "language",
                                t("format.encoding"),
                                format.charset(),
                                detection.encodingConfidence() < 1
                                        ? t(
                                                "format.confidence",
                                                Amounts.percent(detection.encodingConfidence()),
                                                detection.encodingReason())
                                        : detection.encodingReason()),
                        new Chip(
                                "separator-vertical",
                                t("format.delimiter"),
                                name(String.valueOf(format.delimiter())),
                                detection.delimiterReason()),
                        header(detection),
                        rows(of)),
                List.of(
                        FormField.select(
                                        "encoding",
                                        t("format.encoding"),
                                        encodings(format.charset()))
                                .withValue(format.charset()),
                        FormField.select(
                                        "delimiter",
                                        t("format.delimiter"),
                                        choices(DELIMITERS, format.delimiter()))
                                .withValue(String.valueOf(format.delimiter())),
                        FormField.select(
                                        "quote", t("format.quote"), choices(QUOTES, format.quote()))
                                .withValue(String.valueOf(format.quote())),
                        headerField(detection),
                        skipField(detection, t("format.skip_lines"))));
    }

    private static FormatFields of(Import of, SheetDetection detection) {
        String sheet = detection.format().sheet();
        return new FormatFields(
                List.of(
                        new Chip(
                                "file-spreadsheet",
                                t("format.sheet"),
                                sheet,
                                detection.sheetReason()),
                        header(detection),
                        rows(of)),
                List.of(
                        FormField.select("sheet", t("format.sheet"), sheets(detection.sheets()))
                                .withValue(sheet)
                                .withHint(t("format.sheet.hint")),
                        headerField(detection),
                        skipField(detection, t("format.skip_rows"))));
    }

    private static Chip header(Detection detection) {
        return new Chip(
                "table-row",
                t("format.header"),
                detection.format().header() == HeaderMode.PRESENT
                        ? t("format.header.line", detection.format().skipLines() + 1)
                        : t("format.header.none"),
                detection.headerReason());
    }

    private static Chip rows(Import of) {
        Long total = of.total();
        return new Chip(
                "list-numbers",
                t("format.rows"),
                total == null ? t("format.rows.unknown") : t("format.rows.count", total),
                t("format.columns", of.columns().size(), Amounts.size(of.file().size())));
    }

    private static FormField headerField(Detection detection) {
        return FormField.select(
                        "header",
                        t("format.header"),
                        MapChoices.choices(
                                value -> t("format.header." + value), "present", "absent"))
                .withValue(
                        detection.format().header() == HeaderMode.PRESENT ? "present" : "absent");
    }

    private static FormField skipField(Detection detection, String label) {
        return FormField.text("skip_lines", label)
                .withValue(Integer.toString(detection.format().skipLines()))
                .withHint(t("format.skip_lines.hint"));
    }

    private static List<Choice> sheets(List<Sheet> sheets) {
        return sheets.stream()
                .map(sheet ->
                        new Choice(
                                sheet.name(),
                                sheet.hidden()
                                        ? t("format.sheet.hidden", sheet.name())
                                        : sheet.name()))
                .toList();
    }

    private static List<Choice> encodings(String current) {
        Set<String> names = new LinkedHashSet<>(ENCODINGS);
        names.add(current);
        return names.stream()
                .filter(Charset::isSupported)
                .map(name -> new Choice(name, name))
                .toList();
    }

    private static List<Choice> choices(List<String> usual, char current) {
        return Stream.concat(usual.stream(), Stream.of(String.valueOf(current)))
                .distinct()
                .map(mark -> new Choice(mark, name(mark)))
                .toList();
    }

    private static String name(String mark) {
        return switch (mark) {
            case "," -> t("format.delimiter.comma");
            case ";" -> t("format.delimiter.semicolon");
            case "\t" -> t("format.delimiter.tab");
            case "|" -> t("format.delimiter.bar");
            case "\"" -> t("format.quote.double");
            case "'" -> t("format.quote.single");
            default -> mark;
        };
    }
}
