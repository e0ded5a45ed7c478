package io.muster.engine.file.xlsx;

import java.util.HashMap;
import java.util.Map;

/// The formats that every spreadsheet knows by number. How some of them look depends on the country
/// of whoever opens the file; their dates come out in ISO order anyway.
final class BuiltInFormats {

    private static final String DAY = "yyyy-mm-dd";
    private static final String TIME = "h:mm:ss";

    private static final Map<String, NumberFormat> FORMATS = formats();

    private BuiltInFormats() {}

    static NumberFormat of(String id) {
        return FORMATS.getOrDefault(id, NumberFormat.GENERAL);
    }

    private static Map<String, NumberFormat> formats() {
        Map<Integer, String> codes = new HashMap<>();
        codes.put(1, "0");
        codes.put(2, "0.00");
        codes.put(3, "#,##0");
        codes.put(4, "#,##0.00");
        codes.put(5, "\"$\"#,##0;-\"$\"#,##0");
        codes.put(6, codes.get(5));
        codes.put(7, "\"$\"#,##0.00;-\"$\"#,##0.00");
        codes.put(8, codes.get(7));
        codes.put(9, "0%");
        codes.put(10, "0.00%");
        codes.put(14, DAY);
        codes.put(15, "d-mmm-yy");
        codes.put(16, "d-mmm");
        codes.put(17, "mmm-yy");
        codes.put(18, "h:mm AM/PM");
        codes.put(19, "h:mm:ss AM/PM");
        codes.put(20, "h:mm");
        codes.put(21, TIME);
        codes.put(22, DAY + " h:mm");
        codes.put(37, "#,##0;(#,##0)");
        codes.put(38, codes.get(37));
        codes.put(39, "#,##0.00;(#,##0.00)");
        codes.put(40, codes.get(39));
        codes.put(41, codes.get(37));
        codes.put(42, "\"$\"#,##0;(\"$\"#,##0)");
        codes.put(43, codes.get(39));
        codes.put(44, "\"$\"#,##0.00;(\"$\"#,##0.00)");
        codes.put(45, "mm:ss");
        codes.put(46, "[h]:mm:ss");
        codes.put(47, "mmss.0");
        // In Chinese, Japanese, Korean and Thai spreadsheets.
        for (int id : new int[] {27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}) {
            codes.put(id, DAY);
        }
        for (int id : new int[] {32, 33, 34, 35, 55, 56}) {
            codes.put(id, TIME);
        }
        Map<String, NumberFormat> formats = new HashMap<>();
        codes.forEach((id, code) -> formats.put(Integer.toString(id), NumberFormat.of(code)));
        return Map.copyOf(formats);
    }
}
