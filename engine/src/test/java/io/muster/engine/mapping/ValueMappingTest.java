package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.Directory;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.field.Separator;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.ColumnOutlook.UnknownValue;
import io.muster.engine.matching.MatchOptions;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Plan;
import io.muster.engine.plan.TimezoneSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values that a person maps once, and what they do to the cells that hold them.
class ValueMappingTest {
    private static final Map<String, FieldSpec> FIELDS =
            Map.of(
                    "level", new FieldSpec(FieldType.CHOICE, List.of("Gold", "Silver")),
                    "topics", new FieldSpec(FieldType.CHOICES, List.of("art", "food")));
    private static final Rules RULES =
            new Rules(new RuleSettings("US", Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gld        | Gold",
                "Silver     | Silver",
                "n/a        | -",
                "GLD        | INVALID_CHOICE",
                "Tin        | Tin",
                "Bronze     | INVALID_CHOICE",
            })
    void a_value_is_read_as_what_it_is_mapped_to(String cell, String value) {
        var level =
                new ColumnMapping(0, new Target.Custom("level"))
                        .with(new ValueMapping(Map.of("gld", "Gold", "n/a", ""), Set.of("Tin")));
        assertThat(read(level, cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Kunst               | [art]",
                "Kunst; Essen        | [art, food]",
                "Essen, food         | [food]",
                "Kunst, quatsch      | [art]",
                "quatsch             | -",
                "Kunst; music        | INVALID_CHOICE",
            })
    void each_of_several_values_is_mapped_by_itself(String cell, String value) {
        var topics =
                new ColumnMapping(0, new Target.Custom("topics"))
                        .with(
                                new ValueMapping(
                                        Map.of("Kunst", "art", "Essen", "food", "quatsch", ""),
                                        Set.of()));
        assertThat(read(topics, cell)).isEqualTo(value);
    }

    @Test
    void a_mapped_value_with_a_separator_in_it_stays_one() {
        var values = new ValueMapping(Map.of("a", "x; y", "b", "say \"z\""), Set.of());
        String text = values.separatedBy(Separator.AUTO).apply("a;b");
        assertThat(Separator.AUTO.split(text)).containsExactly("x; y", "say \"z\"");
    }

    @Test
    void a_required_field_is_missing_where_its_value_is_mapped_to_none() {
        var phone =
                new ColumnMapping(0, Target.of(StandardField.PHONE))
                        .with(new ValueMapping(Map.of("unknown", ""), Set.of()));
        assertThat(read(phone, "unknown")).isEqualTo("MISSING_PHONE");
    }

    @Test
    void a_refused_value_is_named_as_it_stands_in_the_file() {
        var zone =
                new ColumnMapping(0, Target.of(StandardField.TIMEZONE))
                        .with(new ValueMapping(Map.of("HQ", "Atlantis"), Set.of()));
        MappedRow row = plan(zone).mapper().map(row("HQ"));
        assertThat(((MappedRow.Settled) row).outcome().info())
                .extracting(Info::value)
                .containsExactly("HQ");
    }

    @Test
    void options_that_a_column_adds_let_its_field_grow() {
        var level = new ColumnMapping(0, new Target.Custom("level"));
        assertThat(plan(level).growingFields()).isEmpty();
        assertThat(plan(level.with(new ValueMapping(Map.of(), Set.of("Tin")))).growingFields())
                .containsExactly("level");
    }

    @Test
    void what_a_value_is_mapped_to_must_be_one_itself() {
        var zone =
                new ColumnMapping(0, Target.of(StandardField.TIMEZONE))
                        .with(new ValueMapping(Map.of("HQ", "Atlantis", "n/a", ""), Set.of()));
        List<MappingProblem> problems =
                new ValueCheck(new ColumnRules(RULES, FIELDS)).check(List.of(zone));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code()).isEqualTo(Code.INVALID_OPTION);
        assertThat(problems.getFirst().message()).startsWith("A value is mapped to “Atlantis”.");
    }

    @Test
    void an_outlook_counts_cells_and_names_unknown_values_by_frequency() {
        var topics =
                new ColumnMapping(0, new Target.Custom("topics"))
                        .with(new ValueMapping(Map.of("Kunst", "art", "-", ""), Set.of()));
        var tally = new OutlookTally(plan(topics).mapper());
        for (String cell :
                List.of("art", "Kunst", "food; Kunst", "music", "music; noise", "music", "-", "")) {
            tally.see(row(cell));
        }
        ColumnOutlook outlook = outlook(tally, 10);
        assertThat(tally.rows()).isEqualTo(8);
        assertThat(outlook.valid()).isEqualTo(3);
        assertThat(outlook.invalid()).isEqualTo(3);
        assertThat(outlook.blank()).isEqualTo(2);
        assertThat(outlook.unknown())
                .extracting(value -> value.count() + " " + value.text())
                .containsExactly("3 music", "2 Kunst", "1 -", "1 noise");
        assertThat(outlook.refused())
                .extracting(UnknownValue::text)
                .containsExactly("music", "noise");
        assertThat(outlook.isComplete()).isTrue();
        ColumnOutlook two = outlook(tally, 2);
        assertThat(two.unknown()).hasSize(2);
        assertThat(two.isComplete()).isFalse();
    }

    private static ColumnOutlook outlook(OutlookTally tally, int most) {
        return Objects.requireNonNull(tally.outlooks(most).get(0));
    }

    /// The value, the code of what is wrong with it, or null for none.
    private static @Nullable String read(ColumnMapping column, String cell) {
        return switch (plan(column).mapper().map(row(cell))) {
            case MappedRow.Candidate candidate -> {
                Object value = candidate.values()[0];
                yield value == null ? null : value.toString();
            }
            case MappedRow.Settled settled -> settled.outcome().info().getFirst().code().name();
        };
    }

    private static SourceRow row(String cell) {
        return new SourceRow.Filled(1, 2, List.of(cell, "x"), List.of());
    }

    private static Plan plan(ColumnMapping column) {
        boolean phone = column.target().equals(Target.of(StandardField.PHONE));
        return new Plan(
                new ImportOptions(
                        List.of(column, new ColumnMapping(1, Target.of(StandardField.COMPANY))),
                        MatchOptions.DEFAULT,
                        InvalidPolicy.REJECT_ROW,
                        List.of(phone ? "phone" : "any"),
                        "US",
                        TimezoneSource.FILE),
                RULES,
                FIELDS);
    }
}
