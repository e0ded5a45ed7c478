package io.muster.server.imports.repair;

import io.muster.engine.field.DateFormat;
import io.muster.engine.field.DateOrder;
import io.muster.engine.file.CellText;
import io.muster.engine.outcome.Code;
import io.muster.engine.repair.Fix;
import io.muster.engine.repair.Scope;
import io.muster.server.imports.SettingErrors;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a fix as it is sent into what the engine does, and names everything that is wrong with it.
final class FixReader {
    private static final int MOST_VALUES = 1_000;

    private final SettingErrors errors = new SettingErrors();

    /// What a fix is, understood.
    record Read(Scope scope, Fix fix) {}

    /// @throws ApiProblem 422 naming all that is wrong
    static Read read(BulkFix from) {
        FixReader reader = new FixReader();
        Scope scope = reader.scope(from);
        Fix fix = reader.fix(from);
        List<FieldError> errors = reader.errors.all();
        if (!errors.isEmpty() || fix == null) {
            throw ApiProblem.unprocessable(
                    errors.stream().map(FieldError::message).collect(Collectors.joining(" ")),
                    errors);
        }
        return new Read(scope, fix);
    }

    private Scope scope(BulkFix from) {
        Code code = null;
        if (from.code() != null) {
            code =
                    Arrays.stream(Code.values())
                            .filter(one -> one.name().equals(from.code()))
                            .findFirst()
                            .orElse(null);
            if (code == null) {
                error("/code", "There is no remark of this name.");
            }
        }
        if (from.field() == null && !FixKind.DROP.text().equals(from.kind())) {
            error("/field", "Name the field whose cells are to be fixed.");
        }
        return new Scope(code, from.field());
    }

    private @Nullable Fix fix(BulkFix from) {
        FixKind kind = FixKind.of(from.kind()).orElse(null);
        return switch (kind) {
            case null -> {
                error(
                        "/kind",
                        "Use one of set_value, map_values, replace, region, date_format, suggestion and drop.");
                yield null;
            }
            case SET_VALUE -> new Fix.SetValue(text("/value", from.value()));
            case MAP_VALUES -> new Fix.MapValues(values(from.values()));
            case REPLACE -> {
                if (from.find() == null || from.find().isEmpty()) {
                    error("/find", "Say what is to be replaced.");
                }
                yield new Fix.Replace(
                        from.find() == null ? "" : from.find(),
                        from.with() == null ? "" : from.with());
            }
            case REGION -> new Fix.ReadPhones(region(from.region()));
            case DATE_FORMAT -> new Fix.ReadDates(dateFormat(from.dateFormat()));
            case SUGGESTION -> new Fix.TakeSuggestion();
            case DROP -> new Fix.Drop();
        };
    }

    private String text(String pointer, @Nullable String text) {
        if (text == null) {
            error(pointer, "Say what to write; blank text empties the cells.");
            return "";
        }
        return CellText.clean(text)
                .orElseGet(() -> {
                    error(pointer, "A character in it is no text. Remove it.");
                    return "";
                });
    }

    private Map<String, String> values(@Nullable Map<String, String> values) {
        if (values == null || values.isEmpty() || values.size() > MOST_VALUES) {
            error("/values", "Map at least one value, and at most " + MOST_VALUES + ".");
            return Map.of();
        }
        Map<String, String> clean = new LinkedHashMap<>();
        values.forEach((from, to) -> clean.put(from, text("/values/" + from, to)));
        return clean;
    }

    private String region(@Nullable String region) {
        return errors.region("/region", region == null ? "" : region);
    }

    private DateFormat dateFormat(@Nullable String text) {
        DateFormat format = text == null ? null : DateFormat.parse(text).orElse(null);
        if (format == null || format == DateOrder.AUTO) {
            error("/date_format", "Use dmy, mdy, ymd or a pattern such as dd.MM.yy.");
            return DateOrder.ISO;
        }
        return format;
    }

    private void error(String pointer, String message) {
        errors.add(pointer, Code.INVALID_OPTION, message);
    }
}
