package io.muster.engine.oracle;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.mapping.Target;
import io.muster.engine.matching.ConflictPolicy;
import io.muster.engine.matching.DuplicatePolicy;
import io.muster.engine.matching.ExistingPolicy;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.matching.MatchOptions;
import io.muster.engine.matching.MissingPolicy;
import io.muster.engine.matching.SuppressedPolicy;
import io.muster.engine.oracle.People.Listed;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.TimezoneSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// A small import made from a seed: few distinct keys, so that rows meet each other and the
/// contacts that are there.
///
/// @param rows cells by column; a row may have too few
/// @param stored values by field, as they may stand in the database
/// @param suppressed phones, emails and domains that must not be contacted
/// @param erased keys of those who were erased
/// @param merged keys of those who were merged into one that is stored
public record RandomImport(
        ImportOptions options,
        List<List<String>> rows,
        List<Map<Target, String>> stored,
        List<Listed> suppressed,
        List<Listed> erased,
        List<Listed> merged) {

    /// What the tenant's custom fields hold.
    public static final Map<String, FieldSpec> FIELDS =
            Map.of(
                    "plan", FieldSpec.of(FieldType.TEXT),
                    "score", FieldSpec.of(FieldType.NUMBER),
                    "since", FieldSpec.of(FieldType.DATE),
                    "trial", FieldSpec.of(FieldType.YES_NO),
                    "level", new FieldSpec(FieldType.CHOICE, List.of("gold", "silver")),
                    "topics", new FieldSpec(FieldType.CHOICES, List.of("art", "food")),
                    "billing", FieldSpec.of(FieldType.EMAIL),
                    "fax", FieldSpec.of(FieldType.PHONE),
                    "site", FieldSpec.of(FieldType.URL));

    private static final Target NEW_FIELD =
            new Target.NewCustom("size", FieldSpec.of(FieldType.NUMBER));

    /// Where a column can go: every standard field, every custom field, a new one, nowhere.
    private static final List<Target> TARGETS =
            Stream.of(
                            Stream.of(StandardField.values()).map(Target::of),
                            FIELDS.keySet().stream().sorted().map(Target.Custom::new),
                            Stream.of(NEW_FIELD, Target.SKIP))
                    .flatMap(targets -> targets.map(Target.class::cast))
                    .toList();

    private static final List<List<String>> REQUIRED =
            List.of(
                    List.of("phone"),
                    List.of("phone"),
                    List.of("any"),
                    List.of(),
                    List.of("email", "company"),
                    List.of("external_id"),
                    List.of("full_name"),
                    List.of("any_key"),
                    List.of("company", "any_key"),
                    List.of("cf:score"));

    public static RandomImport of(long seed) {
        Random random = new Random(seed);
        var cells = new RandomCells(random);
        List<String> required = pick(random, REQUIRED);
        Random values = new Random(~seed);
        List<ColumnMapping> columns =
                columns(random, required).stream()
                        .map(column -> column.with(RandomColumns.values(values, column.target())))
                        .toList();
        List<IdentityKey> matchOn = new ArrayList<>(List.of(IdentityKey.values()));
        Collections.shuffle(matchOn, random);
        ImportOptions options =
                new ImportOptions(
                        columns,
                        new MatchOptions(
                                matchOn.subList(0, 1 + random.nextInt(3)),
                                pick(random, ExistingPolicy.values()),
                                pick(random, MissingPolicy.values()),
                                pick(random, DuplicatePolicy.values()),
                                pick(random, SuppressedPolicy.values()),
                                pick(random, ConflictPolicy.values()),
                                random.nextInt(4) == 0 ? List.of("fair") : List.of()),
                        pick(random, InvalidPolicy.values()),
                        required,
                        pick(random, "US", "US", "DE"),
                        pick(random, TimezoneSource.values()));
        List<List<String>> rows = cells.rows(columns, 1 + random.nextInt(60));
        // Of one contact in three the file says little that is new; in some files of each.
        int strangers = pick(random, 3, 3, 1);
        return new RandomImport(
                options,
                rows,
                Stream.generate(() ->
                                random.nextInt(strangers) == 0
                                        ? RandomContacts.of(columns, pick(random, rows))
                                        : RandomContacts.contact(random, cells, TARGETS))
                        .limit(random.nextInt(10))
                        .toList(),
                listed(random, cells, "phone", "email", "domain"),
                listed(random, cells, "external_id", "phone", "email"),
                listed(random, cells, "external_id", "phone", "email"));
    }

    /// None in every other import.
    private static List<Listed> listed(Random random, RandomCells cells, String... kinds) {
        return Stream.generate(() -> pick(random, kinds))
                .limit(Math.max(0, random.nextInt(6) - 2))
                .map(kind -> new Listed(kind, cells.listed(kind)))
                .toList();
    }

    /// Most of the keys, half of the other fields and all that is required, in any order.
    private static List<ColumnMapping> columns(Random random, List<String> required) {
        List<Target> targets = new ArrayList<>();
        for (Target target : TARGETS) {
            boolean isKey =
                    Stream.of(IdentityKey.values())
                            .anyMatch(key -> target.equals(Target.of(key.field())));
            if (required.contains(target.text()) || random.nextInt(100) < (isKey ? 85 : 50)) {
                targets.add(target);
            }
        }
        if (targets.stream().allMatch(Target.SKIP::equals)) {
            targets.add(Target.of(StandardField.PHONE));
        }
        Collections.shuffle(targets, random);
        List<ColumnMapping> columns = new ArrayList<>();
        targets.forEach(
                target -> columns.add(RandomColumns.column(random, columns.size(), target)));
        return columns;
    }

    @SafeVarargs
    static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
