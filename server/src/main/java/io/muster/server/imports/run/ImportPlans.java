package io.muster.server.imports.run;

import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.FieldRules;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Import;
import io.muster.server.imports.SettingsReader;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import org.springframework.stereotype.Component;

/// Sets the engine up for an import; review and run both come here.
@Component
public class ImportPlans {
    private final Tenants tenants;
    private final FieldRules rules;
    private final CustomFields fields;

    ImportPlans(Tenants tenants, FieldRules rules, CustomFields fields) {
        this.tenants = tenants;
        this.rules = rules;
        this.fields = fields;
    }

    public Plan of(TenantId tenant, Import run) {
        ImportOptions options =
                new SettingsReader(tenants.get(tenant).settings()).read(run.settings());
        return new Plan(options, rules.of(tenant, options.defaultRegion()), fields.specs(tenant));
    }

    /// Takes the choices that the import's columns may add to their fields' options.
    NewOptions newOptions(TenantId tenant, Plan plan) {
        return new NewOptions(tenant, fields, plan.growingFields());
    }
}
