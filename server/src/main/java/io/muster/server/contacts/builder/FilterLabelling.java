package io.muster.server.contacts.builder;

import io.muster.server.access.Members;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Gathers what a tenant calls its fields, members and teams.
@Component
public class FilterLabelling {
    private final CustomFields fields;
    private final Members members;
    private final Teams teams;

    FilterLabelling(CustomFields fields, Members members, Teams teams) {
        this.fields = fields;
        this.members = members;
        this.teams = teams;
    }

    public FilterLabels of(TenantId tenant) {
        return new FilterLabels(
                Stream.concat(fields.all(tenant).stream(), fields.outOfUse(tenant).stream())
                        .collect(Collectors.toMap(CustomField::key, CustomField::label)),
                new FieldValues(members.all(tenant), teams.all(tenant)));
    }
}
