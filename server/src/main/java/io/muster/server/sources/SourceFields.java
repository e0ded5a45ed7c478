package io.muster.server.sources;

import io.muster.server.fields.FieldUses;
import io.muster.server.imports.MappedFields;
import io.muster.server.tenants.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Which sources fill which custom fields.
@Component
class SourceFields implements FieldUses {
    private final Sources sources;

    SourceFields(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Map<String, List<Use>> of(TenantId tenant) {
        Map<String, List<Use>> uses = new HashMap<>();
        for (Source source : sources.list(tenant, null, Sources.MOST)) {
            MappedFields.add(
                    uses,
                    source.mapping(),
                    new Use(Kind.SOURCE, source.name(), "/sources/" + source.key()));
        }
        return uses;
    }
}
