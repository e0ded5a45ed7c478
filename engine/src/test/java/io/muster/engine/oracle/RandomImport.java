package io.muster.engine.oracle;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateFormat;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.Separator;
import io.muster.engine.field.StandardField;
import io.muster.engine.field.UnknownChoice;
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
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.TimezoneSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A small import made from a seed: few distinct keys, so that rows meet each other and the
/// contacts that are there.
public record RandomImport(
        ImportOptions options, List<List<String>> rows, List<List<String>> stored) {

    /// What the custom fields of the columns hold.
    public static final Map<String, FieldSpec> FIELDS =
            Map.of(
                    "plan", FieldSpec.of(FieldType.TEXT),
                    "score", FieldSpec.of(FieldType.NUMBER),
                    "since", FieldSpec.of(FieldType.DATE),
                    "level", new FieldSpec(FieldType.CHOICE, List.of("gold", "silver")),
                    "topics", new FieldSpec(FieldType.CHOICES, List.of("art", "food")));

    private static final List<Target> TARGETS =
            List.of(
                    Target.of(StandardField.EXTERNAL_ID),
                    Target.of(StandardField.PHONE),
                    Target.of(StandardField.EMAIL),
                    Target.of(StandardField.FIRST_NAME),
                    Target.of(StandardField.COMPANY),
                    Target.of(StandardField.TAGS),
                    Target.of(StandardField.DO_NOT_CONTACT),
                    new Target.Custom("plan"),
                    new Target.Custom("score"),
                    new Target.Custom("since"),
                    new Target.Custom("level"),
                    new Target.Custom("topics"),
                    Target.of(StandardField.TIMEZONE),
                    Target.of(StandardField.PHONE_REGION));

    public static RandomImport of(long seed) {
        Random random = new Random(seed);
        CellReading reading =
                new CellReading(
                        pick(random, DecimalMark.DOT, DecimalMark.COMMA),
                        pick(random, DateOrder.ISO, DateOrder.DMY, DateOrder.MDY),
                        pick(random, Separator.AUTO, Separator.SEMICOLON),
                        pick(random, UnknownChoice.values()),
                        null);
        List<ColumnMapping> columns = new ArrayList<>();
        for (int i = 0; i < TARGETS.size(); i++) {
            columns.add(
                    new ColumnMapping(
                            i,
                            TARGETS.get(i),
                            pick(random, WritePolicy.values()),
                            pick(random, BlankPolicy.values()),
                            pick(random, TagPolicy.values()),
                            reading));
        }
        List<IdentityKey> matchOn = new ArrayList<>(List.of(IdentityKey.values()));
        Collections.shuffle(matchOn, random);
        matchOn = matchOn.subList(0, 1 + random.nextInt(3));
        ImportOptions options =
                new ImportOptions(
                        columns,
                        new MatchOptions(
                                matchOn,
                                pick(random, ExistingPolicy.values()),
                                pick(random, MissingPolicy.values()),
                                pick(random, DuplicatePolicy.values()),
                                pick(random, SuppressedPolicy.values()),
                                random.nextInt(4) == 0 ? List.of("fair") : List.of()),
                        pick(random, InvalidPolicy.values()),
                        pick(
                                random,
                                List.of("phone"),
                                List.of("phone"),
                                List.of("email", "company"),
                                List.of("cf:score")),
                        "US",
                        pick(random, TimezoneSource.values()));
        int keys = 2 + random.nextInt(12);
        return new RandomImport(
                options,
                rows(random, 1 + random.nextInt(60), keys, reading),
                stored(random, random.nextInt(10), keys));
    }

    /// Texts as the columns of this import write them, some of them wrong, some rows there twice.
    private static List<List<String>> rows(
            Random random, int count, int keys, CellReading reading) {
        boolean comma = reading.decimal() == DecimalMark.COMMA;
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(6) == 0) {
                rows.add(rows.get(random.nextInt(i)));
                continue;
            }
            List<String> cells = row(random, keys);
            String score = pick(random, "", "1.5", "1.50", "7", "1,234.50");
            cells.add(comma ? score.replace(".", "#").replace(",", ".").replace("#", ",") : score);
            cells.add(date(random, reading.dateFormat()));
            cells.add(pick(random, "", "gold", "silver", "GOLD"));
            cells.add(pick(random, "", "food", "art;food", "food; art"));
            cells.add(pick(random, "", "", "Europe/Paris"));
            cells.add(pick(random, "", "", "US", "Germany"));
            switch (random.nextInt(40)) {
                case 0, 1 -> cells.set(1, "12");
                case 2, 3 -> cells.set(2, "nobody");
                case 4, 5 -> Collections.fill(cells, "");
                case 6 -> cells.set(6, "perhaps");
                case 7 -> cells.set(8, "many");
                case 8 -> cells.set(8, "2.5E+9");
                case 9 -> cells.set(9, "31/31/2026");
                case 10 -> cells.set(10, "tin");
                case 11 -> cells.set(11, "art;music");
                case 12 -> cells.set(13, "Atlantis");
                case 13, 14, 15 -> Collections.fill(cells.subList(3, cells.size()), "");
                default -> {}
            }
            rows.add(cells);
        }
        return rows;
    }

    /// Values as they may stand in the database: numbers with needless zeros, choices in any order.
    private static List<List<String>> stored(Random random, int count, int keys) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> cells = row(random, keys);
            cells.set(1, cells.get(1).replaceFirst("^030 ", "+4930"));
            cells.add(pick(random, "", "1.50", "7.0", "1234.5"));
            cells.add(pick(random, "", "2026-02-01", "2025-12-31"));
            cells.add(pick(random, "", "gold", "silver"));
            cells.add(pick(random, "", "food", "food;art"));
            cells.add(pick(random, "", "Asia/Tokyo"));
            cells.add("");
            rows.add(cells);
        }
        return rows;
    }

    /// Cells that are written in one way only.
    private static List<String> row(Random random, int keys) {
        List<String> cells = new ArrayList<>();
        cells.add(random.nextInt(3) == 0 ? "" : "id" + random.nextInt(keys));
        cells.add(
                switch (random.nextInt(6)) {
                    case 0 -> "";
                    case 1 -> "030 375821" + (60 + random.nextInt(keys));
                    default -> "+1415555" + (2600 + random.nextInt(keys));
                });
        cells.add(random.nextInt(3) == 0 ? "" : "p" + random.nextInt(keys) + "@example.org");
        cells.add(pick(random, "", "Ana", "Ben"));
        cells.add(pick(random, "", "Acme", "Globex"));
        cells.add(pick(random, "", "vip", "vip;west", "north"));
        cells.add(pick(random, "", "", "", "no", "yes"));
        cells.add(pick(random, "", "basic", "pro"));
        return cells;
    }

    private static String date(Random random, DateFormat format) {
        if (format == DateOrder.DMY) {
            return pick(random, "", "01/02/2026", "31.12.2025");
        }
        return format == DateOrder.MDY
                ? pick(random, "", "02/01/2026", "December 31, 2025")
                : pick(random, "", "2026-02-01", "2025-12-31");
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
