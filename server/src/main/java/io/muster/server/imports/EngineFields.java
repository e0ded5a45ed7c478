package io.muster.server.imports;

import io.muster.engine.mapping.CustomField;
import java.util.List;

/// A tenant's custom fields as the engine knows them.
public final class EngineFields {

    private EngineFields() {}

    public static List<CustomField> of(List<io.muster.server.fields.CustomField> fields) {
        return fields.stream()
                .map(field -> new CustomField(field.key(), field.label(), field.spec()))
                .toList();
    }
}
