package io.muster.server.imports;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.field.UnknownChoice;
import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.mapping.Requirement;
import io.muster.engine.mapping.TagPolicy;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.ValueMapping;
import io.muster.engine.mapping.WritePolicy;
import io.muster.engine.matching.ConflictPolicy;
import io.muster.engine.matching.DuplicatePolicy;
import io.muster.engine.matching.ExistingPolicy;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.MatchOptions;
import io.muster.engine.matching.MissingPolicy;
import io.muster.engine.matching.SuppressedPolicy;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Strictness;
import io.muster.engine.plan.TimezoneSource;
import io.muster.server.fields.FieldOptions;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads settings as they are sent into the options that the engine takes, and names everything
/// that is wrong with them.
public final class SettingsReader {
    private final TenantSettings tenant;
    private final Strictness strictness;
    private final SettingErrors errors = new SettingErrors();

    /// For files.
    public SettingsReader(TenantSettings tenant) {
        this(tenant, Strictness.STRICT);
    }

    /// @param strictness what holds where the settings say nothing
    public SettingsReader(TenantSettings tenant, Strictness strictness) {
        this.tenant = tenant;
        this.strictness = strictness;
    }

    /// @throws ApiProblem 422 naming each setting that cannot be read
    public ImportOptions read(ImportSettings settings) {
        List<ColumnMapping> columns = columns(settings);
        MatchOptions defaults = MatchOptions.DEFAULT;
        MatchOptions match =
                new MatchOptions(
                        matchOn(settings.matchOn(), defaults.matchOn()),
                        errors.choice(
                                "/existing",
                                settings.existing(),
                                ExistingPolicy.class,
                                defaults.existing()),
                        errors.choice(
                                "/missing",
                                settings.missing(),
                                MissingPolicy.class,
                                defaults.missing()),
                        errors.choice(
                                "/duplicates_in_file",
                                settings.duplicatesInFile(),
                                DuplicatePolicy.class,
                                defaults.duplicatesInFile()),
                        errors.choice(
                                "/suppressed",
                                settings.suppressed(),
                                SuppressedPolicy.class,
                                defaults.suppressed()),
                        errors.choice(
                                "/on_conflict",
                                settings.onConflict(),
                                ConflictPolicy.class,
                                strictness.onConflict()),
                        settings.tags() == null ? List.of() : tags(settings.tags()));
        ImportOptions options =
                new ImportOptions(
                        columns,
                        match,
                        errors.choice(
                                "/on_invalid",
                                settings.onInvalid(),
                                InvalidPolicy.class,
                                strictness.onInvalid()),
                        required(settings.required()),
                        region(settings.defaultRegion()),
                        Boolean.TRUE.equals(settings.timezoneFromPhone())
                                ? TimezoneSource.PHONE
                                : TimezoneSource.FILE);
        errors.refuse();
        return options;
    }

    private List<ColumnMapping> columns(ImportSettings of) {
        var readings = new ReadingReader(of.dateFormat(), errors);
        var values = new ValuesReader(errors);
        List<ColumnSettings> settings = Objects.requireNonNullElse(of.columns(), List.of());
        List<ColumnMapping> columns = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            ColumnSettings column = settings.get(i);
            String pointer = "/columns/" + i;
            Target target = target(pointer, column);
            WritePolicy write =
                    errors.choice(
                            pointer + "/write",
                            column.write(),
                            WritePolicy.class,
                            WritePolicy.ALWAYS);
            BlankPolicy blank =
                    errors.choice(
                            pointer + "/blank",
                            column.blank(),
                            BlankPolicy.class,
                            BlankPolicy.KEEP);
            TagPolicy tags =
                    errors.choice(
                            pointer + "/tags", column.tags(), TagPolicy.class, TagPolicy.APPEND);
            CellReading reading = readings.read(pointer, column);
            ValueMapping mapped = values.read(pointer, column);
            if (column.index() == null) {
                errors.add(
                        pointer + "/index",
                        Code.UNKNOWN_COLUMN,
                        "Each column needs its index, counted from 0.");
            } else if (target != null) {
                columns.add(
                        new ColumnMapping(
                                column.index(), target, write, blank, tags, reading, mapped));
            }
        }
        return columns;
    }

    private @Nullable Target target(String pointer, ColumnSettings column) {
        FieldType type =
                errors.choice(pointer + "/type", column.type(), FieldType.class, FieldType.TEXT);
        Target target =
                column.target() == null
                        ? null
                        : Target.parse(column.target(), spec(pointer, type, column)).orElse(null);
        if (target == null) {
            errors.add(
                    pointer + "/target",
                    Code.UNKNOWN_TARGET,
                    "There is no field “"
                            + column.target()
                            + "”. Use a standard field, cf:<key>, new:<key> or skip.");
        }
        return target;
    }

    /// What a new field holds.
    private FieldSpec spec(String pointer, FieldType type, ColumnSettings column) {
        boolean isNew = column.target() != null && column.target().startsWith("new:");
        FieldOptions options = FieldOptions.read(pointer + "/options", type, column.options());
        if (isNew) {
            options.errors().forEach(errors::add);
        }
        boolean grows = UnknownChoice.ADD.name().equalsIgnoreCase(column.unknownChoice());
        if (isNew && type.hasOptions() && options.values().isEmpty() && !grows) {
            errors.add(
                    pointer + "/options",
                    Code.INVALID_OPTION,
                    "A new choice needs options, or unknown_choice: add to take them from the file.");
        }
        return new FieldSpec(type, options.values());
    }

    private List<IdentityKey> matchOn(@Nullable List<String> names, List<IdentityKey> fallback) {
        if (names == null) {
            return fallback;
        }
        Set<IdentityKey> keys = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            keys.add(
                    errors.choice(
                            "/match_on/" + i, names.get(i), IdentityKey.class, IdentityKey.PHONE));
        }
        if (keys.isEmpty()) {
            errors.add(
                    "/match_on",
                    Code.INVALID_OPTION,
                    "Name at least one of external_id, phone and email.");
            return fallback;
        }
        return List.copyOf(keys);
    }

    private List<String> required(@Nullable List<String> names) {
        List<String> required = names == null ? strictness.required(tenant.required()) : names;
        for (int i = 0; i < required.size(); i++) {
            String name = required.get(i);
            boolean known =
                    name.equals("any")
                            || name.equals(Requirement.ANY_KEY)
                            || (name.startsWith("cf:")
                                    && Target.parse(name, FieldSpec.of(FieldType.TEXT)).isPresent())
                            || StandardField.byKey(name).isPresent();
            if (!known) {
                errors.add(
                        "/required/" + i,
                        Code.INVALID_OPTION,
                        "There is no field “" + name + "” to require.");
            }
        }
        return required;
    }

    private String region(@Nullable String region) {
        return region == null ? tenant.defaultRegion() : errors.region("/default_region", region);
    }

    private static List<String> tags(List<String> tags) {
        return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }
}
