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
import io.muster.engine.mapping.WritePolicy;
import java.util.Random;

/// Settings of columns, each drawn anew.
final class RandomColumns {

    static final DateFormat SHORT_YEAR = DateFormat.parse("dd.MM.yy").orElseThrow();

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
}
