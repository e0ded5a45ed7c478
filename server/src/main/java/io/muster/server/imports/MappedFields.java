package io.muster.server.imports;

import io.muster.server.fields.FieldUses;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which saved mappings name which custom fields.
@Component
public class MappedFields implements FieldUses {
    private static final String CUSTOM = "cf:";

    private final SavedMappings mappings;

    MappedFields(SavedMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public Map<String, List<Use>> of(TenantId tenant) {
        Map<String, List<Use>> uses = new HashMap<>();
        for (SavedMapping mapping : mappings.list(tenant, null, SavedMappings.MOST)) {
            add(
                    uses,
                    mapping.columns(),
                    new Use(Kind.SAVED_MAPPING, mapping.name(), "/imports/mappings"));
        }
        return uses;
    }

    /// Notes a use with each custom field that columns go to.
    public static void add(Map<String, List<Use>> uses, List<ColumnSettings> columns, Use use) {
        Set<String> keys = new LinkedHashSet<>();
        for (ColumnSettings column : columns) {
            String target = column.target();
            if (target != null && target.startsWith(CUSTOM)) {
                keys.add(target.substring(CUSTOM.length()));
            }
        }
        keys.forEach(key -> uses.computeIfAbsent(key, any -> new ArrayList<>()).add(use));
    }
}
