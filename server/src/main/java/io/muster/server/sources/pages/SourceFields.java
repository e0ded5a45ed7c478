package io.muster.server.sources.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.Target;
import io.muster.engine.outcome.Info;
import io.muster.server.fields.CustomField;
import io.muster.server.platform.pages.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people call the fields that parts of an object go to.
final class SourceFields {
    private final Map<String, String> labels = new LinkedHashMap<>();

    SourceFields(List<CustomField> custom) {
        for (StandardField field : StandardField.values()) {
            labels.put(field.key(), t("contact." + field.key()));
        }
        custom.forEach(field -> labels.put("cf:" + field.key(), field.label()));
    }

    String of(String field) {
        return labels.getOrDefault(field, field);
    }

    /// Where a remark belongs, empty when the whole object is meant.
    String place(@Nullable String field) {
        String place = Info.place(field);
        return place == null ? "" : of(place);
    }

    List<Choice> targets() {
        List<Choice> targets = new ArrayList<>();
        targets.add(new Choice(Target.SKIP.text(), t("sources.target.skip")));
        labels.forEach((field, label) -> targets.add(new Choice(field, label)));
        return targets;
    }
}
