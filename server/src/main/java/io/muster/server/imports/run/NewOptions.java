package io.muster.server.imports.run;

import io.muster.engine.matching.Decision;
import io.muster.server.fields.CustomFields;
import io.muster.server.tenants.TenantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes options out of the choices that a batch writes, in fields that may grow. Needs the batch's
/// transaction: an option stands with the first contact that has it.
final class NewOptions {
    private final TenantId tenant;
    private final CustomFields fields;
    private final Set<String> growing;

    /// @param growing keys of the fields that may grow
    NewOptions(TenantId tenant, CustomFields fields, Set<String> growing) {
        this.tenant = tenant;
        this.fields = fields;
        this.growing = growing;
    }

    void add(List<Decision> decisions) {
        for (String key : growing) {
            Set<String> chosen = new LinkedHashSet<>();
            for (Decision decision : decisions) {
                if (decision.change() != null) {
                    switch (decision.change().after().custom().get(key)) {
                        case String one -> chosen.add(one);
                        case List<?> several -> several.forEach(one -> chosen.add(one.toString()));
                        case null, default -> {}
                    }
                }
            }
            fields.addOptions(tenant, key, chosen);
        }
    }
}
