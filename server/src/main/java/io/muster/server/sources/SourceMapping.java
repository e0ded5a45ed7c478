package io.muster.server.sources;

import io.muster.engine.field.StandardField;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.Json;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;

/// A mapping as programs write it: JSON pointers to the parts of an object, each with its target or
/// with all the settings that a column of a file can have.
public final class SourceMapping {
    private static final int MOST = 200;

    private SourceMapping() {}

    /// Every field under its own name.
    public static List<ColumnSettings> usual() {
        return Arrays.stream(StandardField.values())
                .map(field -> new ColumnSettings(0, field.key()).at(null, "/" + field.key()))
                .toList();
    }

    /// @param mapping by pointer; a name without a slash is that of a part of the object itself
    /// @throws ApiProblem 422 naming each pointer and each setting that cannot be read
    public static List<ColumnSettings> read(Map<String, @Nullable Object> mapping) {
        List<ColumnSettings> columns = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (mapping.size() > MOST) {
            throw refused(
                    List.of(
                            error(
                                    "/mapping",
                                    "A source can map %d parts of an object at most."
                                            .formatted(MOST))));
        }
        mapping.forEach((name, target) -> {
            String pointer = name.startsWith("/") ? name : "/" + escaped(name);
            if (!isPointer(pointer) || !seen.add(pointer)) {
                errors.add(
                        error(
                                "/mapping/" + escaped(name),
                                "Write a JSON pointer to a part of the object, such as /contact/phone, once."));
                return;
            }
            ColumnSettings column = column(target);
            if (column == null) {
                errors.add(
                        error(
                                "/mapping/" + escaped(name),
                                "Write a target, such as phone or cf:plan, or an object with target and settings."));
            } else {
                columns.add(column.at(null, pointer));
            }
        });
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
        return columns;
    }

    private static @Nullable ColumnSettings column(@Nullable Object target) {
        return switch (target) {
            case String text -> new ColumnSettings(0, text);
            case Map<?, ?> settings -> {
                try {
                    yield Json.read(Json.write(settings), ColumnSettings.class);
                } catch (JacksonException e) {
                    yield null;
                }
            }
            case null, default -> null;
        };
    }

    /// The same as it was written: a bare target where nothing else is said.
    public static Map<String, Object> write(List<ColumnSettings> mapping) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (ColumnSettings column : mapping) {
            Map<String, Object> settings = new LinkedHashMap<>();
            Json.readMap(Json.write(column.at(null, null)))
                    .forEach((name, value) -> {
                        if (value != null) {
                            settings.put(name, value);
                        }
                    });
            Object target = settings.get("target");
            written.put(
                    String.valueOf(column.header()),
                    settings.size() == 1 && target != null ? target : settings);
        }
        return written;
    }

    static boolean isPointer(String pointer) {
        try {
            return pointer.startsWith("/") && JsonPointer.compile(pointer) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// A name as one step of a pointer.
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static FieldError error(String pointer, String message) {
        return new FieldError(pointer, "INVALID_MAPPING", message);
    }

    private static ApiProblem refused(List<FieldError> errors) {
        return ApiProblem.unprocessable("The mapping cannot be used as it is.", errors);
    }
}
