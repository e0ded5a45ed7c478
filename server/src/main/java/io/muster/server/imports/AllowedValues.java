package io.muster.server.imports;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.KnownValues;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.ValueSet;
import io.muster.server.access.Members;
import io.muster.server.fields.CustomFields;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What the values of a column can be mapped to, where its field takes them from a set.
@Component
public class AllowedValues {
    private final Members members;
    private final Teams teams;
    private final CustomFields fields;

    AllowedValues(Members members, Teams teams, CustomFields fields) {
        this.members = members;
        this.teams = teams;
        this.fields = fields;
    }

    /// @param value as a mapping writes it
    /// @param label what people call it
    public record Allowed(String value, String label) {}

    /// Empty for a field that takes what comes.
    public List<Allowed> of(TenantId tenant, ColumnMapping column) {
        Map<String, FieldSpec> specs = fields.specs(tenant);
        return ValueSet.of(column.target(), specs).stream()
                .flatMap(set -> allowed(tenant, column, set, specs))
                .toList();
    }

    /// Whether values that the field does not know can become options of it.
    public boolean takesOptions(TenantId tenant, ColumnMapping column) {
        return ValueSet.of(column.target(), fields.specs(tenant))
                .filter(set -> set == ValueSet.OPTIONS)
                .isPresent();
    }

    private Stream<Allowed> allowed(
            TenantId tenant, ColumnMapping column, ValueSet set, Map<String, FieldSpec> specs) {
        return switch (set) {
            case TIME_ZONES -> KnownValues.timezones().stream().map(AllowedValues::plain);
            case COUNTRIES ->
                    KnownValues.countries().stream()
                            .map(AllowedValues::country)
                            .sorted(Comparator.comparing(Allowed::label));
            case MEMBERS ->
                    members.all(tenant).stream()
                            .map(member ->
                                    new Allowed(
                                            member.accountId().toString(), member.displayName()));
            case TEAMS ->
                    teams.all(tenant).stream()
                            .map(team -> new Allowed(team.id().toString(), team.name()));
            case YES_NO -> Stream.of("yes", "no").map(AllowedValues::plain);
            case CONSENTS -> Stream.of("given", "withdrawn", "not given").map(AllowedValues::plain);
            case OPTIONS ->
                    ColumnRules.spec(column.target(), specs)
                            .map(spec -> spec.with(column.values().options()))
                            .stream()
                            .flatMap(spec -> spec.options().stream())
                            .map(AllowedValues::plain);
        };
    }

    private static Allowed plain(String value) {
        return new Allowed(value, value);
    }

    private static Allowed country(String code) {
        return new Allowed(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
    }
}
