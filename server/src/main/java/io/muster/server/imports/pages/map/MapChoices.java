package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.DateOrder;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Separator;
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
            case TAGS,
                    OWNER,
                    TEAM,
                    DO_NOT_CONTACT,
                    CONSENT_EMAIL,
                    CONSENT_SMS,
                    CONSENT_CALL,
                    PHONE_REGION ->
                    "map.group.other";
        };
    }

    public static List<Choice> types() {
        return Stream.of(FieldType.values())
                .map(FieldType::text)
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

    public static List<Choice> decimals() {
        return choices(value -> t("map.decimal." + value), "auto", "dot", "comma");
    }

    /// @param chosen an exact pattern is offered where it was chosen
    public static List<Choice> dateFormats(String chosen) {
        List<Choice> formats =
                new ArrayList<>(
                        Stream.of(DateOrder.values())
                                .map(order ->
                                        new Choice(
                                                order.text(), t("map.date_format." + order.text())))
                                .toList());
        if (formats.stream().noneMatch(format -> format.value().equals(chosen))) {
            formats.add(new Choice(chosen, chosen));
        }
        return formats;
    }

    public static List<Choice> separators() {
        return Stream.of(Separator.values())
                .map(separator ->
                        new Choice(
                                separator.text(),
                                switch (separator) {
                                    case AUTO -> t("map.separator.auto");
                                    case NONE -> t("map.separator.none");
                                    case SEMICOLON, COMMA, PIPE -> separator.text();
                                }))
                .toList();
    }

    public static List<Choice> unknownChoices() {
        return choices(value -> t("map.unknown_choice." + value), "refuse", "add");
    }

    static List<Choice> choices(UnaryOperator<String> words, String... values) {
        return Stream.of(values).map(value -> new Choice(value, words.apply(value))).toList();
    }

    /// Countries by name.
    public static List<Choice> regions() {
        return Stream.of(Locale.getISOCountries())
                .map(code ->
                        new Choice(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }
}
