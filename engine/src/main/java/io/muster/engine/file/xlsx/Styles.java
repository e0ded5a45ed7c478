package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the numbers of a workbook look, by the number of a cell's style.
final class Styles {

    /// As many as spreadsheets take.
    private static final int MOST = 65_536;

    private final List<NumberFormat> formats;
    private final DateSystem dates;

    private Styles(List<NumberFormat> formats, DateSystem dates) {
        this.formats = formats;
        this.dates = dates;
    }

    static Styles none(DateSystem dates) {
        return new Styles(List.of(), dates);
    }

    static Styles read(XmlPart xml, DateSystem dates) throws IOException {
        Map<String, NumberFormat> own = new HashMap<>();
        List<NumberFormat> formats = new ArrayList<>();
        boolean cells = false;
        while (xml.next()) {
            if (xml.isEnd("cellXfs")) {
                cells = false;
            }
            String element = xml.started();
            if ("cellXfs".equals(element)) {
                cells = true;
            } else if ("numFmt".equals(element)) {
                String id = xml.attribute("numFmtId");
                String code = xml.attribute("formatCode");
                if (id != null && code != null) {
                    own.putIfAbsent(id, NumberFormat.of(code));
                }
            } else if ("xf".equals(element) && cells) {
                formats.add(format(xml.attribute("numFmtId"), own));
            }
            if (own.size() > MOST || formats.size() > MOST) {
                throw new WorkbookException(Code.UNSAFE_WORKBOOK);
            }
        }
        return new Styles(formats, dates);
    }

    private static NumberFormat format(@Nullable String id, Map<String, NumberFormat> own) {
        if (id == null) {
            return NumberFormat.GENERAL;
        }
        NumberFormat format = own.get(id);
        return format == null ? BuiltInFormats.of(id) : format;
    }

    /// @param style as the cell names it; null where it has none
    NumberFormat format(@Nullable String style) {
        if (style == null) {
            return NumberFormat.GENERAL;
        }
        try {
            int index = Integer.parseInt(style);
            return index >= 0 && index < formats.size() ? formats.get(index) : NumberFormat.GENERAL;
        } catch (NumberFormatException e) {
            return NumberFormat.GENERAL;
        }
    }

    DateSystem dates() {
        return dates;
    }
}
