package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.Requirement;
import io.muster.engine.mapping.Target;
import io.muster.engine.outcome.Info;
import io.muster.server.fields.CustomField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people call the fields that settings and remarks write by their keys.
public final class FieldNames {
    private final Map<String, String> labels;

    public FieldNames(List<CustomField> fields) {
        this.labels =
                fields.stream().collect(Collectors.toMap(CustomField::key, CustomField::label));
    }

    public static String of(StandardField field) {
        return t("contact." + field.key());
    }

    /// @param target as the API writes it; what is no field comes back as it is
    public String of(String target) {
        if (target.equals(Requirement.ANY_KEY)) {
            return t("contact.any_key");
        }
        return Target.parse(target, FieldSpec.of(FieldType.TEXT))
                .map(parsed ->
                        switch (parsed) {
                            case Target.Standard(StandardField field) -> of(field);
                            case Target.Custom(String key) -> labels.getOrDefault(key, key);
                            case Target.NewCustom(String key, FieldSpec _) ->
                                    labels.getOrDefault(key, key);
                            case Target.Skip() -> t("map.target.skip");
                        })
                .orElse(target);
    }

    /// Where a remark belongs, empty when the whole row is meant.
    String place(@Nullable String field) {
        String place = Info.place(field);
        return place == null ? "" : of(place);
    }
}
