package io.muster.engine.oracle;

import static io.muster.engine.oracle.RandomImport.pick;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Separator;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnRules;
import io.muster.engine.mapping.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Texts of cells, written as their columns write them, some of them wrong.
final class RandomCells {
    private static final String TOO_LONG = "x".repeat(600);

    private final Random random;
    private final int keys;

    /// Of a hundred cells, how many that hold no key are blank.
    private final int blanks;

    RandomCells(Random random) {
        this.random = random;
        this.keys = 2 + random.nextInt(12);
        this.blanks = pick(random, 20, 50, 99, 99);
    }

    /// Some rows come twice.
    List<List<String>> rows(List<ColumnMapping> columns, int count) {
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < count) {
            boolean again = !rows.isEmpty() && random.nextInt(10) == 0;
            rows.add(again ? rows.get(random.nextInt(rows.size())) : row(columns));
        }
        return rows;
    }

    private List<String> row(List<ColumnMapping> columns) {
        List<String> cells = new ArrayList<>();
        for (ColumnMapping column : columns) {
            cells.add(isBlank(column.target()) ? "" : good(column.target(), column.reading()));
        }
        int wrong = random.nextInt(columns.size());
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> cells.set(wrong, bad(columns.get(wrong).target()));
            case 4 -> Collections.fill(cells, "");
            case 5 -> {
                return List.copyOf(cells.subList(0, wrong + 1));
            }
            default -> {}
        }
        return List.copyOf(cells);
    }

    boolean isBlank(Target target) {
        return random.nextInt(100) < (isKey(target) ? 20 : blanks);
    }

    private static boolean isKey(Target target) {
        return target.equals(Target.of(StandardField.EXTERNAL_ID))
                || target.equals(Target.of(StandardField.PHONE))
                || target.equals(Target.of(StandardField.EMAIL));
    }

    private String good(Target target, CellReading reading) {
        return switch (target) {
            case Target.Standard(StandardField field) -> good(field, reading);
            case Target.Custom _, Target.NewCustom _ -> good(type(target), reading);
            case Target.Skip() -> "noise";
        };
    }

    /// A value of a standard field.
    String good(StandardField field, CellReading reading) {
        return switch (field) {
            case EXTERNAL_ID -> "id" + random.nextInt(keys);
            case PHONE -> phone();
            case EMAIL -> email();
            case FIRST_NAME -> pick(random, "Ana", "Ben");
            case LAST_NAME -> pick(random, "Kowalski", "Novak");
            case FULL_NAME -> pick(random, "Ana Kowalski", "Ana Maria Novak", "Ben");
            case COMPANY -> pick(random, "Acme", "Globex");
            case STREET -> pick(random, "1 Main St", "2 Main St");
            case CITY -> pick(random, "Berlin", "Austin");
            case REGION -> pick(random, "TX", "BE");
            case POSTAL_CODE -> pick(random, "01067", "78701");
            case COUNTRY -> pick(random, "Germany", "USA", "FR");
            case TIMEZONE -> pick(random, "Europe/Paris", "EST");
            case TAGS -> joined(reading.separator(), "vip", "west", "north");
            case OWNER -> pick(random, TestRules.OWNERS);
            case TEAM -> pick(random, TestRules.TEAMS);
            case DO_NOT_CONTACT -> pick(random, "no", "no", "no", "yes");
            case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL ->
                    pick(random, "yes", "no", "unsubscribed");
            case PHONE_REGION -> pick(random, "US", "Germany");
        };
    }

    private String good(FieldType type, CellReading reading) {
        return switch (type) {
            case TEXT -> pick(random, "basic", "pro");
            case NUMBER -> number(reading.decimal());
            case DATE -> date(reading);
            case YES_NO -> pick(random, "ja", "0");
            case CHOICE -> pick(random, "gold", "silver", "GOLD");
            case CHOICES -> joined(reading.separator(), "food", "art", "Art");
            case EMAIL -> email();
            case PHONE -> phone();
            case URL -> pick(random, "https://example.org/a", "www.example.org");
        };
    }

    private String bad(Target target) {
        return switch (target) {
            case Target.Standard(StandardField field) ->
                    switch (field) {
                        case EXTERNAL_ID -> "2.12556E+9";
                        case PHONE -> pick(random, "12", "2.5", "2.12556E+9");
                        case EMAIL -> "nobody";
                        case FIRST_NAME,
                                LAST_NAME,
                                FULL_NAME,
                                COMPANY,
                                STREET,
                                CITY,
                                REGION,
                                POSTAL_CODE ->
                                TOO_LONG;
                        case COUNTRY, PHONE_REGION -> "Atlantis";
                        case TIMEZONE -> "Mars/Phobos";
                        case TAGS -> TOO_LONG.repeat(4);
                        case OWNER, TEAM -> "nobody";
                        case DO_NOT_CONTACT, CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> "perhaps";
                    };
            case Target.Custom _, Target.NewCustom _ ->
                    switch (type(target)) {
                        case TEXT -> TOO_LONG.repeat(7);
                        case NUMBER -> pick(random, "many", "2.5E+9");
                        case DATE -> "31/31/2026";
                        case YES_NO -> "perhaps";
                        case CHOICE -> "tin";
                        case CHOICES -> "music";
                        case EMAIL -> "nobody";
                        case PHONE -> "12";
                        case URL -> "ftp://example.org";
                    };
            case Target.Skip() -> "noise";
        };
    }

    static FieldType type(Target custom) {
        return ColumnRules.spec(custom, RandomImport.FIELDS).map(FieldSpec::type).orElseThrow();
    }

    private String email() {
        return "p"
                + random.nextInt(keys)
                + (random.nextInt(4) == 0 ? "@example.net" : "@example.org");
    }

    /// A value of a list, which may be that of a row.
    String listed(String kind) {
        int key = random.nextInt(keys);
        return switch (kind) {
            case "external_id" -> "id" + key;
            case "phone" -> "+1415555" + (2600 + key);
            case "email" -> "p" + key + "@example.org";
            default -> "example.net";
        };
    }

    private String phone() {
        int key = random.nextInt(keys);
        return switch (random.nextInt(6)) {
            case 0 -> "030 375821" + (60 + key);
            case 1 -> "(415) 555-" + (2600 + key);
            case 2 -> "+49 30 375821" + (60 + key);
            default -> "+1415555" + (2600 + key);
        };
    }

    private String number(DecimalMark mark) {
        return switch (mark) {
            case AUTO -> pick(random, "7", "12");
            case DOT -> pick(random, "1.5", "1.50", "7", "1,234.50");
            case COMMA -> pick(random, "1,5", "1,50", "7", "1.234,50");
        };
    }

    private String date(CellReading reading) {
        if (reading.dateFormat().equals(RandomColumns.SHORT_YEAR)) {
            return pick(random, "01.02.26", "31.12.25");
        }
        return switch ((DateOrder) reading.dateFormat()) {
            case AUTO, ISO -> pick(random, "2026-02-01", "2025-12-31");
            case YMD -> pick(random, "2026/2/1", "20251231");
            case DMY -> pick(random, "01/02/2026", "31.12.2025");
            case MDY -> pick(random, "02/01/2026", "December 31, 2025");
        };
    }

    /// One or two values, with between them what the column has there.
    private String joined(Separator separator, String... values) {
        String between =
                switch (separator) {
                    case AUTO -> pick(random, ";", ", ", "|");
                    case SEMICOLON, COMMA, PIPE -> separator.text();
                    case NONE -> "";
                };
        String first = pick(random, values);
        return between.isEmpty() || random.nextBoolean()
                ? first
                : first + between + pick(random, values);
    }
}
