package io.muster.server.importlog.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.StandardField;
import io.muster.engine.outcome.Info;
import io.muster.server.fields.CustomField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people call the fields that remarks name by their keys.
final class LogFields {
    private static final String CUSTOM = "cf:";

    private final Map<String, String> labels;

    LogFields(List<CustomField> fields) {
        this.labels =
                fields.stream().collect(Collectors.toMap(CustomField::key, CustomField::label));
    }

    String of(String field) {
        if (field.startsWith(CUSTOM)) {
            String key = field.substring(CUSTOM.length());
            return labels.getOrDefault(key, key);
        }
        return StandardField.byKey(field).isPresent() ? t("contact." + field) : field;
    }

    /// Where a remark belongs, empty when the whole row is meant.
    String place(@Nullable String field) {
        String place = Info.place(field);
        return place == null ? "" : of(place);
    }
}
