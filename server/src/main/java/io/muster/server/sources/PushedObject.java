package io.muster.server.sources;

import io.muster.engine.file.CellText;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads the mapped parts of a pushed object as a file's row would write them.
final class PushedObject {
    /// Written out in full, a number with more places would be longer than any field takes.
    private static final int MOST_PLACES = 100;

    private static final Pattern SEPARATORS = Pattern.compile("[;,|\"]");

    private final List<ColumnSettings> mapping;
    private final List<JsonPointer> pointers;
    private final InvalidPolicy onInvalid;

    PushedObject(Source source, InvalidPolicy onInvalid) {
        this.mapping = source.mapping();
        this.pointers = source.pointers().stream().map(JsonPointer::compile).toList();
        this.onInvalid = onInvalid;
    }

    /// @param number of the object among those that came together, from 1
    SourceRow row(long number, JsonNode object) {
        List<String> cells = new ArrayList<>(pointers.size());
        List<Info> unreadable = new ArrayList<>();
        for (int i = 0; i < pointers.size(); i++) {
            JsonNode part = object.at(pointers.get(i));
            // JSON knows no other mark, whatever the column's texts are written with.
            boolean comma = part.isNumber() && "comma".equals(mapping.get(i).decimal());
            String said = comma ? text(part).replace('.', ',') : text(part);
            Optional<String> text = CellText.clean(said);
            if (text.isEmpty()) {
                unreadable.add(Info.of(Code.CONTROL_CHARACTER, mapping.get(i).target(), null));
            }
            cells.add(text.orElse(""));
        }
        if (!unreadable.isEmpty() && onInvalid == InvalidPolicy.REJECT_ROW) {
            return new SourceRow.Unreadable(number, number, cells, unreadable);
        }
        // Nothing at all is nobody, as any other object without a key is.
        return new SourceRow.Filled(number, number, cells, List.copyOf(unreadable));
    }

    static String text(JsonNode part) {
        if (part.isMissingNode() || part.isNull()) {
            return "";
        }
        if (part.isArray()) {
            List<String> texts =
                    part.valueStream()
                            .map(PushedObject::text)
                            .filter(text -> !text.isEmpty())
                            .toList();
            boolean isOne = texts.size() == 1 && !SEPARATORS.matcher(texts.getFirst()).find();
            return isOne ? texts.getFirst() : joined(texts);
        }
        if (part.isNumber()) {
            return number(part);
        }
        return part.isValueNode() ? part.asString() : part.toString();
    }

    /// In quotes, so that a value with a separator in it stays one.
    private static String joined(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(";"));
    }

    private static String number(JsonNode part) {
        BigDecimal value = part.decimalValue();
        return Math.abs((long) value.scale()) > MOST_PLACES || value.precision() > MOST_PLACES
                ? value.toString()
                : value.toPlainString();
    }
}
