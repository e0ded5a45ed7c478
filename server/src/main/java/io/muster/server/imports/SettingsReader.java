package io.muster.server.imports;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.mapping.TagPolicy;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.WritePolicy;
import io.muster.engine.matching.DuplicatePolicy;
import io.muster.engine.matching.ExistingPolicy;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.MatchOptions;
import io.muster.engine.matching.MissingPolicy;
import io.muster.engine.matching.SuppressedPolicy;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads settings as they are sent into the options that the engine takes, and names everything
/// that is wrong with them.
public final class SettingsReader {
    private final TenantSettings tenant;
    private final List<FieldError> errors = new ArrayList<>();

    public SettingsReader(TenantSettings tenant) {
        this.tenant = tenant;
    }

    /// @throws ApiProblem 422 naming each setting that cannot be read
    public ImportOptions read(ImportSettings settings) {
        List<ColumnMapping> columns = columns(settings.columns());
        MatchOptions defaults = MatchOptions.DEFAULT;
        MatchOptions match =
                new MatchOptions(
                        matchOn(settings.matchOn(), defaults.matchOn()),
                        choice(
                                "/existing",
                                settings.existing(),
                                ExistingPolicy.class,
                                defaults.existing()),
                        choice(
                                "/missing",
                                settings.missing(),
                                MissingPolicy.class,
                                defaults.missing()),
                        choice(
                                "/duplicates_in_file",
                                settings.duplicatesInFile(),
                                DuplicatePolicy.class,
                                defaults.duplicatesInFile()),
                        choice(
                                "/suppressed",
                                settings.suppressed(),
                                SuppressedPolicy.class,
                                defaults.suppressed()),
                        settings.tags() == null ? List.of() : tags(settings.tags()));
        ImportOptions options =
                new ImportOptions(
                        columns,
                        match,
                        choice(
                                "/on_invalid",
                                settings.onInvalid(),
                                InvalidPolicy.class,
                                InvalidPolicy.REJECT_ROW),
                        required(settings.required()),
                        region(settings.defaultRegion()));
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable(
                    "The import's settings cannot be used as they are.", errors);
        }
        return options;
    }

    private List<ColumnMapping> columns(@Nullable List<ColumnSettings> settings) {
        List<ColumnMapping> columns = new ArrayList<>();
        for (int i = 0; settings != null && i < settings.size(); i++) {
            ColumnSettings column = settings.get(i);
            String pointer = "/columns/" + i;
            Target target = target(pointer, column);
            WritePolicy write =
                    choice(
                            pointer + "/write",
                            column.write(),
                            WritePolicy.class,
                            WritePolicy.ALWAYS);
            BlankPolicy blank =
                    choice(pointer + "/blank", column.blank(), BlankPolicy.class, BlankPolicy.KEEP);
            TagPolicy tags =
                    choice(pointer + "/tags", column.tags(), TagPolicy.class, TagPolicy.APPEND);
            if (column.index() == null) {
                error(
                        pointer + "/index",
                        Code.UNKNOWN_COLUMN,
                        "Each column needs its index, counted from 0.");
            } else if (target != null) {
                columns.add(new ColumnMapping(column.index(), target, write, blank, tags));
            }
        }
        return columns;
    }

    private @Nullable Target target(String pointer, ColumnSettings column) {
        FieldType type = choice(pointer + "/type", column.type(), FieldType.class, FieldType.TEXT);
        if (!Rules.supported().contains(type)) {
            error(
                    pointer + "/type",
                    Code.INVALID_OPTION,
                    "An import can create fields of type text.");
        }
        Target target =
                column.target() == null ? null : Target.parse(column.target(), type).orElse(null);
        if (target == null) {
            error(
                    pointer + "/target",
                    Code.UNKNOWN_TARGET,
                    "There is no field “"
                            + column.target()
                            + "”. Use a standard field, cf:<key>, new:<key> or skip.");
        }
        return target;
    }

    private List<IdentityKey> matchOn(@Nullable List<String> names, List<IdentityKey> fallback) {
        if (names == null) {
            return fallback;
        }
        Set<IdentityKey> keys = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            keys.add(choice("/match_on/" + i, names.get(i), IdentityKey.class, IdentityKey.PHONE));
        }
        if (keys.isEmpty()) {
            error(
                    "/match_on",
                    Code.INVALID_OPTION,
                    "Name at least one of external_id, phone and email.");
            return fallback;
        }
        return List.copyOf(keys);
    }

    private List<String> required(@Nullable List<String> names) {
        List<String> required = names == null ? tenant.required() : names;
        for (int i = 0; i < required.size(); i++) {
            String name = required.get(i);
            boolean known =
                    name.equals("any")
                            || (name.startsWith("cf:")
                                    && Target.parse(name, FieldType.TEXT).isPresent())
                            || StandardField.byKey(name).isPresent();
            if (!known) {
                error(
                        "/required/" + i,
                        Code.INVALID_OPTION,
                        "There is no field “" + name + "” to require.");
            }
        }
        return required;
    }

    private String region(@Nullable String region) {
        if (region == null) {
            return tenant.defaultRegion();
        }
        String code = region.toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(code)) {
            error(
                    "/default_region",
                    Code.INVALID_OPTION,
                    "Use a country's two-letter code, such as US or DE.");
        }
        return code;
    }

    private static List<String> tags(List<String> tags) {
        return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    private <E extends Enum<E>> E choice(
            String pointer, @Nullable String text, Class<E> type, E fallback) {
        if (text == null) {
            return fallback;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        String choices =
                Stream.of(type.getEnumConstants())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        error(pointer, Code.INVALID_OPTION, "“" + text + "” is none of: " + choices + ".");
        return fallback;
    }

    private void error(String pointer, Code code, String message) {
        errors.add(new FieldError(pointer, code.name(), message));
    }
}
