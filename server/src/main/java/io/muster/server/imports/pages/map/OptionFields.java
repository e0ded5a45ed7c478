package io.muster.server.imports.pages.map;

import static io.muster.server.imports.pages.map.MapChoices.choices;
import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.Requirement;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.TimezoneSource;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.pages.FormField.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The options of an import as controls of a form.
///
/// @param match the keys that find a contact, in order
/// @param policies what happens to rows in special cases
/// @param rest region and tags
/// @param required the fields that can be demanded of each row
/// @param timezone whether a missing time zone is taken from the phone
/// @param autoCreate whether columns without a target become fields
public record OptionFields(
        List<FormField> match,
        List<FormField> policies,
        List<FormField> rest,
        List<Required> required,
        FormField timezone,
        FormField autoCreate) {

    /// A field that can be demanded.
    public record Required(String key, String label, boolean ticked) {}

    private static final List<StandardField> DEMANDED =
            List.of(
                    StandardField.PHONE,
                    StandardField.EMAIL,
                    StandardField.EXTERNAL_ID,
                    StandardField.FIRST_NAME,
                    StandardField.LAST_NAME);

    /// @param autoCreate as chosen so far
    static OptionFields of(ImportOptions options, boolean autoCreate, FieldNames names) {
        var match = options.match();
        return new OptionFields(
                match(match.matchOn()),
                List.of(
                        select("existing", match.existing(), "update", "skip", "fail"),
                        select("missing", match.missing(), "create", "skip"),
                        select(
                                "duplicates_in_file",
                                match.duplicatesInFile(),
                                "merge",
                                "skip",
                                "fail"),
                        select("on_invalid", options.onInvalid(), "reject_row", "drop_field"),
                        select("on_conflict", match.onConflict(), "reject_row", "drop_field"),
                        select("suppressed", match.suppressed(), "skip", "import_flagged")),
                List.of(
                        FormField.select(
                                        "default_region",
                                        t("map.option.default_region"),
                                        MapChoices.regions())
                                .withValue(options.defaultRegion())
                                .withHint(t("map.option.default_region.hint")),
                        FormField.text("tags", t("map.option.tags"))
                                .withValue(String.join(", ", match.tags()))
                                .withHint(t("map.option.tags.hint"))),
                required(options.required(), names),
                FormField.of(
                                Kind.CHECKBOX,
                                "timezone_from_phone",
                                t("map.option.timezone_from_phone"))
                        .withValue(Boolean.toString(options.timezone() == TimezoneSource.PHONE))
                        .withHint(t("map.option.timezone_from_phone.hint")),
                FormField.of(Kind.CHECKBOX, "auto_create_fields", t("map.option.auto_create"))
                        .withValue(Boolean.toString(autoCreate))
                        .withHint(t("map.option.auto_create.hint")));
    }

    private static List<FormField> match(List<IdentityKey> keys) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", t("map.option.match.none"))));
        Stream.of(IdentityKey.values())
                .map(key -> new Choice(key.field().key(), FieldNames.of(key.field())))
                .forEach(choices::add);
        return IntStream.rangeClosed(1, IdentityKey.values().length)
                .mapToObj(i ->
                        FormField.select("match_" + i, t("map.option.match." + i), choices)
                                .withValue(i <= keys.size() ? keys.get(i - 1).field().key() : ""))
                .toList();
    }

    private static FormField select(String name, Enum<?> chosen, String... values) {
        return FormField.select(
                        name,
                        t("map.option." + name),
                        choices(value -> t("map.option." + name + "." + value), values))
                .withValue(chosen.name().toLowerCase(Locale.ROOT));
    }

    private static List<Required> required(List<String> chosen, FieldNames names) {
        Set<String> keys = new LinkedHashSet<>();
        DEMANDED.forEach(field -> keys.add(field.key()));
        keys.addAll(chosen);
        keys.remove("any");
        keys.add(Requirement.ANY_KEY);
        return keys.stream()
                .map(key -> new Required(key, names.of(key), chosen.contains(key)))
                .toList();
    }
}
