package io.muster.server.contacts;

import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.server.access.Members;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantSettings;
import io.muster.server.tenants.Tenants;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The rules of the engine with a tenant's own settings.
@Component
public class FieldRules {
    private final Tenants tenants;
    private final Members members;
    private final Teams teams;

    FieldRules(Tenants tenants, Members members, Teams teams) {
        this.tenants = tenants;
        this.members = members;
        this.teams = teams;
    }

    public Rules of(TenantId tenant) {
        TenantSettings settings = tenants.get(tenant).settings();
        return rules(tenant, settings, settings.defaultRegion());
    }

    /// @param region whose phone numbers come without a country code, instead of the tenant's
    public Rules of(TenantId tenant, String region) {
        return rules(tenant, tenants.get(tenant).settings(), region);
    }

    private Rules rules(TenantId tenant, TenantSettings settings, String region) {
        return new Rules(
                new RuleSettings(
                        region,
                        Locale.forLanguageTag(settings.language()),
                        members.directory(tenant),
                        teams.directory(tenant)));
    }
}
