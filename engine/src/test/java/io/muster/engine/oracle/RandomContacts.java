package io.muster.engine.oracle;

import static io.muster.engine.oracle.RandomImport.pick;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Contacts as they may stand in the database: numbers with needless zeros, choices in any order,
/// owners who have left.
final class RandomContacts {
    /// What a value begins with that is kept as it is written.
    private static final Map<StandardField, String> BEGINNINGS =
            Map.of(
                    StandardField.EXTERNAL_ID, "id",
                    StandardField.PHONE, "+",
                    StandardField.EMAIL, "p");

    private RandomContacts() {}

    static Map<Target, String> contact(Random random, RandomCells cells, List<Target> fields) {
        Map<Target, String> values = new LinkedHashMap<>();
        for (Target field : fields) {
            String value = value(random, cells, field);
            if (!value.isEmpty() && !cells.isBlank(field)) {
                values.put(field, value);
            }
        }
        return values;
    }

    /// A contact that a row is about, and has little new to say of.
    static Map<Target, String> of(List<ColumnMapping> columns, List<String> row) {
        Map<Target, String> values = new LinkedHashMap<>();
        values.put(Target.of(StandardField.TIMEZONE), "Asia/Tokyo");
        for (ColumnMapping column : columns.subList(0, row.size())) {
            String cell = row.get(column.index());
            if (column.target() instanceof Target.Standard(StandardField field)) {
                String value = field == StandardField.PHONE ? stored(cell) : cell;
                if (value.startsWith(BEGINNINGS.getOrDefault(field, "nothing"))) {
                    values.put(column.target(), value);
                }
            }
        }
        return values;
    }

    private static String stored(String phone) {
        return phone.replaceFirst("^030 ", "+4930")
                .replaceFirst("^\\(415\\) ", "+1415")
                .replaceAll("[ -]", "");
    }

    private static String value(Random random, RandomCells cells, Target target) {
        return switch (target) {
            case Target.Standard(StandardField field) ->
                    switch (field) {
                        case PHONE -> stored(cells.good(field, CellReading.DEFAULT));
                        case EXTERNAL_ID,
                                EMAIL,
                                FIRST_NAME,
                                LAST_NAME,
                                COMPANY,
                                STREET,
                                CITY,
                                REGION,
                                POSTAL_CODE ->
                                cells.good(field, CellReading.DEFAULT);
                        case COUNTRY -> pick(random, "DE", "US");
                        case TIMEZONE -> "Asia/Tokyo";
                        case TAGS -> pick(random, "vip", "vip;west");
                        case OWNER, TEAM -> "gone";
                        case DO_NOT_CONTACT -> pick(random, "yes", "", "");
                        case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL ->
                                pick(random, "yes", "no", "");
                        case FULL_NAME, PHONE_REGION -> "";
                    };
            case Target.Custom _, Target.NewCustom _ ->
                    switch (RandomCells.type(target)) {
                        case TEXT -> "basic";
                        case NUMBER -> pick(random, "1.50", "7.0", "1234.5");
                        case DATE -> pick(random, "2026-02-01", "2025-12-31");
                        case YES_NO -> pick(random, "yes", "no");
                        case CHOICE -> pick(random, "gold", "silver");
                        case CHOICES -> pick(random, "food", "food;art");
                        case EMAIL -> "p1@example.org";
                        case PHONE -> "+493037582160";
                        case URL -> "https://www.example.org";
                    };
            case Target.Skip() -> "";
        };
    }
}
