package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.file.Detection;
import io.muster.engine.file.HeaderMode;
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

    /// One thing that was understood.
    ///
    /// @param why what that rests on
    public record Chip(String icon, String label, String value, String why) {}

    static FormatFields of(Import of) {
        Detection detection = of.detection();
        var format = detection.format();
        boolean header = format.header() == HeaderMode.PRESENT;
        Long total = of.total();
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
                        new Chip(
                                "table-row",
                                t("format.header"),
                                header
                                        ? t("format.header.line", format.skipLines() + 1)
                                        : t("format.header.none"),
                                detection.headerReason()),
                        new Chip(
                                "list-numbers",
                                t("format.rows"),
                                total == null
                                        ? t("format.rows.unknown")
                                        : t("format.rows.count", total),
                                t(
                                        "format.columns",
                                        of.columns().size(),
                                        Amounts.size(of.file().size())))),
                List.of(
                        FormField.select(
                                        "encoding",
                                        t("format.encoding"),
                                        encodings(format.charset()))
                                .withValue(format.charset()),
                        FormField.select(
                                        "delimiter",
                                        t("format.delimiter"),
                                        delimiters(format.delimiter()))
                                .withValue(String.valueOf(format.delimiter())),
                        FormField.select(
                                        "header",
                                        t("format.header"),
                                        MapChoices.choices(
                                                value -> t("format.header." + value),
                                                "present",
                                                "absent"))
                                .withValue(header ? "present" : "absent"),
                        FormField.text("skip_lines", t("format.skip_lines"))
                                .withValue(Integer.toString(format.skipLines()))
                                .withHint(t("format.skip_lines.hint"))));
    }

    private static List<Choice> encodings(String current) {
        Set<String> names = new LinkedHashSet<>(ENCODINGS);
        names.add(current);
        return names.stream()
                .filter(Charset::isSupported)
                .map(name -> new Choice(name, name))
                .toList();
    }

    private static List<Choice> delimiters(char current) {
        return Stream.concat(DELIMITERS.stream(), Stream.of(String.valueOf(current)))
                .distinct()
                .map(delimiter -> new Choice(delimiter, name(delimiter)))
                .toList();
    }

    private static String name(String delimiter) {
        return switch (delimiter) {
            case "," -> t("format.delimiter.comma");
            case ";" -> t("format.delimiter.semicolon");
            case "\t" -> t("format.delimiter.tab");
            case "|" -> t("format.delimiter.bar");
            default -> delimiter;
        };
    }
}
