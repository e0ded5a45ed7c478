package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.server.fields.CustomField;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.platform.pages.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What the selects of the mapping offer.
public final class MapChoices {
    private MapChoices() {}

    /// Where a column can go.
    static List<Choice> targets(List<CustomField> custom) {
        List<Choice> targets = new ArrayList<>();
        targets.add(new Choice("skip", t("map.target.skip")));
        for (StandardField field : StandardField.values()) {
            targets.add(new Choice(field.key(), FieldNames.of(field), t(group(field))));
        }
        targets.sort(Comparator.comparingInt(MapChoices::order));
        for (CustomField field : custom) {
            targets.add(new Choice("cf:" + field.key(), field.label(), t("map.group.custom")));
        }
        targets.add(new Choice(MapForm.NEW, t("map.target.new"), t("map.group.custom")));
        return targets;
    }

    private static int order(Choice choice) {
        return Stream.of("", "identity", "name", "address", "other")
                .map(group -> group.isEmpty() ? group : t("map.group." + group))
                .toList()
                .indexOf(choice.group());
    }

    private static String group(StandardField field) {
        return switch (field) {
            case EXTERNAL_ID, PHONE, EMAIL -> "map.group.identity";
            case FIRST_NAME, LAST_NAME, FULL_NAME, COMPANY -> "map.group.name";
            case STREET, CITY, REGION, POSTAL_CODE, COUNTRY, TIMEZONE -> "map.group.address";
            case TAGS, OWNER, DO_NOT_CONTACT -> "map.group.other";
        };
    }

    public static List<Choice> types() {
        return Rules.supported().stream()
                .sorted()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .map(type -> new Choice(type, t("map.type." + type)))
                .toList();
    }

    public static List<Choice> writes() {
        return choices(value -> t("map.write." + value), "always", "if_empty");
    }

    public static List<Choice> blanks() {
        return choices(value -> t("map.blank." + value), "keep", "clear");
    }

    public static List<Choice> tagPolicies() {
        return choices(value -> t("map.tags." + value), "append", "replace", "remove");
    }

    static List<Choice> choices(UnaryOperator<String> words, String... values) {
        return Stream.of(values).map(value -> new Choice(value, words.apply(value))).toList();
    }

    /// Countries by name.
    static List<Choice> regions() {
        return Stream.of(Locale.getISOCountries())
                .map(code ->
                        new Choice(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }
}
