package io.muster.engine.oracle;

import static io.muster.engine.oracle.RandomImport.pick;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateFormat;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.Separator;
import io.muster.engine.field.UnknownChoice;
import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.TagPolicy;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.ValueMapping;
import io.muster.engine.mapping.WritePolicy;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Settings of columns, each drawn anew.
final class RandomColumns {

    static final DateFormat SHORT_YEAR = DateFormat.parse("dd.MM.yy").orElseThrow();

    /// What some values stand for, by target.
    private static final Map<String, Map<String, String>> MAPPED =
            Map.ofEntries(
                    Map.entry("phone", Map.of("12", "+14155552600")),
                    Map.entry("email", Map.of("nobody", "p1@example.org")),
                    Map.entry("country", Map.of("Atlantis", "Germany")),
                    Map.entry("phone_region", Map.of("Atlantis", "Germany")),
                    Map.entry("timezone", Map.of("Mars/Phobos", "Europe/Paris")),
                    Map.entry("owner", Map.of("nobody", TestRules.OWNERS[0])),
                    Map.entry("team", Map.of("nobody", TestRules.TEAMS[0])),
                    Map.entry("do_not_contact", Map.of("perhaps", "yes")),
                    Map.entry("consent_email", Map.of("perhaps", "given")),
                    Map.entry("tags", Map.of("vip", "gone", "west", "vip")),
                    Map.entry("cf:trial", Map.of("perhaps", "no")),
                    Map.entry("cf:level", Map.of("tin", "gold", "GOLD", "silver")),
                    Map.entry("cf:topics", Map.of("Art", "food", "food", "art")));

    private RandomColumns() {}

    static ColumnMapping column(Random random, int index, Target target) {
        return new ColumnMapping(
                index,
                target,
                pick(random, WritePolicy.values()),
                pick(random, BlankPolicy.values()),
                pick(random, TagPolicy.values()),
                new CellReading(
                        pick(random, DecimalMark.values()),
                        pick(
                                random,
                                DateOrder.AUTO,
                                DateOrder.ISO,
                                DateOrder.YMD,
                                DateOrder.DMY,
                                DateOrder.MDY,
                                SHORT_YEAR),
                        pick(random, Separator.values()),
                        pick(random, UnknownChoice.values()),
                        random.nextInt(3) == 0 ? "DE" : null));
    }

    /// Now and then, some of the values that the field does not know are mapped, or left blank.
    static ValueMapping values(Random random, Target target) {
        if (random.nextInt(3) > 0) {
            return ValueMapping.NONE;
        }
        Map<String, String> texts = new TreeMap<>();
        MAPPED.getOrDefault(target.text(), Map.of())
                .forEach((value, text) -> texts.put(value, pick(random, text, text, "")));
        boolean grows = target.text().equals("cf:topics") && random.nextBoolean();
        return new ValueMapping(texts, grows ? Set.of("music") : Set.of());
    }
}
