package io.muster.engine.oracle;

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
import io.muster.engine.plan.ImportOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A small import made from a seed: few distinct keys, so that rows meet each other and the
/// contacts that are there.
public record RandomImport(
        ImportOptions options, List<List<String>> rows, List<List<String>> stored) {

    private static final List<Target> TARGETS =
            List.of(
                    Target.of(StandardField.EXTERNAL_ID),
                    Target.of(StandardField.PHONE),
                    Target.of(StandardField.EMAIL),
                    Target.of(StandardField.FIRST_NAME),
                    Target.of(StandardField.COMPANY),
                    Target.of(StandardField.TAGS),
                    Target.of(StandardField.DO_NOT_CONTACT),
                    new Target.Custom("plan"));

    public static RandomImport of(long seed) {
        Random random = new Random(seed);
        List<ColumnMapping> columns = new ArrayList<>();
        for (int i = 0; i < TARGETS.size(); i++) {
            columns.add(
                    new ColumnMapping(
                            i,
                            TARGETS.get(i),
                            pick(random, WritePolicy.values()),
                            pick(random, BlankPolicy.values()),
                            pick(random, TagPolicy.values())));
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
                        random.nextBoolean() ? List.of("phone") : List.of("email", "company"),
                        "US");
        int keys = 2 + random.nextInt(12);
        return new RandomImport(
                options,
                rows(random, 1 + random.nextInt(60), keys, false),
                rows(random, random.nextInt(10), keys, true));
    }

    private static List<List<String>> rows(Random random, int count, int keys, boolean valid) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> cells = new ArrayList<>();
            cells.add(random.nextInt(3) == 0 ? "" : "id" + random.nextInt(keys));
            cells.add(random.nextInt(6) == 0 ? "" : "+1415555" + (2600 + random.nextInt(keys)));
            cells.add(random.nextInt(3) == 0 ? "" : "p" + random.nextInt(keys) + "@example.org");
            cells.add(pick(random, "", "Ana", "Ben"));
            cells.add(pick(random, "", "Acme", "Globex"));
            cells.add(pick(random, "", "vip", "vip;west", "north"));
            cells.add(pick(random, "", "", "", "no", "yes"));
            cells.add(pick(random, "", "basic", "pro"));
            if (!valid) {
                switch (random.nextInt(20)) {
                    case 0 -> cells.set(1, "12");
                    case 1 -> cells.set(2, "nobody");
                    case 2 -> Collections.fill(cells, "");
                    case 3 -> cells.set(6, "perhaps");
                    default -> {}
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
