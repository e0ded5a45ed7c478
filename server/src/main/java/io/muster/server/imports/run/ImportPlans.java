package io.muster.server.imports.run;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Plan;
import io.muster.server.access.Owners;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Import;
import io.muster.server.imports.SettingsReader;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantSettings;
import io.muster.server.tenants.Tenants;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Sets the engine up for an import; review and run both come here.
@Component
public class ImportPlans {
    private final Tenants tenants;
    private final Owners owners;
    private final CustomFields fields;

    ImportPlans(Tenants tenants, Owners owners, CustomFields fields) {
        this.tenants = tenants;
        this.owners = owners;
        this.fields = fields;
    }

    public Plan of(TenantId tenant, Import run) {
        TenantSettings settings = tenants.get(tenant).settings();
        ImportOptions options = new SettingsReader(settings).read(run.settings());
        Rules rules =
                new Rules(
                        new RuleSettings(
                                options.defaultRegion(),
                                Locale.forLanguageTag(settings.language()),
                                owners.directory(tenant)));
        Map<String, FieldType> types =
                fields.all(tenant).stream()
                        .collect(Collectors.toMap(CustomField::key, CustomField::type));
        return new Plan(options, rules, types);
    }
}
