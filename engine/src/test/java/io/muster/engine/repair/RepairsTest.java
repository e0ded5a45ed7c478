package io.muster.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.CellReading;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.Directory;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.RuleSettings;
import io.muster.engine.field.Rules;
import io.muster.engine.field.StandardField;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Target;
import io.muster.engine.matching.MatchOptions;
import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.Plan;
import io.muster.engine.plan.TimezoneSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rows of phone, email, birthday (month first) and country, after what people did to them.
class RepairsTest {
    private static final int WIDTH = 4;
    private static final Repairs REPAIRS = plan().repairs(WIDTH, 100);

    @Test
    void aRowThatNobodyTouchedIsTheFiles() {
        SourceRow row = row("12", "", "", "");

        Repaired after = REPAIRS.apply(row, List.of(), List.of());

        assertThat(after.row()).isSameAs(row);
        assertThat(after.isChanged()).isFalse();
        assertThat(codes(after)).containsExactly("INVALID_PHONE:phone");
    }

    @Test
    void anEditedCellIsReadByTheSameRules() {
        Repaired after = after(row("12", "", "", "France"), edit(0, "+33 1 42 68 53 00"));

        assertThat(codes(after)).isEmpty();
        assertThat(values(after)).containsExactly("+33142685300", null, null, "FR");
        assertThat(after.row().isRewritten()).isTrue();
        assertThat(after.changed()).containsExactly(0);
    }

    @Test
    void aCellThatIsWrittenBackIsNoChange() {
        Repaired after = after(row("12", "", "", ""), edit(0, "13"), edit(0, "12"));

        assertThat(after.isChanged()).isFalse();
    }

    @Test
    void aDroppedRowIsSkippedUntilItIsEdited() {
        SourceRow row = row("12", "", "", "");

        assertThat(codes(after(row, drop()))).containsExactly("ROW_DROPPED");
        assertThat(codes(after(row, drop(), edit(0, "2125550142")))).isEmpty();
    }

    @Test
    void aFixTouchesOnlyRowsWithItsRemark() {
        Step fix = fixed(Code.INVALID_EMAIL, "email", new Fix.SetValue(""));

        assertThat(after(row("2125550142", "nobody", "", ""), fix).row().cells().get(1)).isEmpty();
        assertThat(after(row("2125550142", "a@example.org", "", ""), fix).isChanged()).isFalse();
    }

    @Test
    void aLaterFixSeesWhatAnEarlierOneHasMended() {
        SourceRow row = row("030 80445685", "", "", "");
        Step german = fixed(Code.INVALID_PHONE, "phone", new Fix.ReadPhones("DE"));
        Step dropRest = fixed(Code.INVALID_PHONE, "phone", new Fix.Drop());

        assertThat(after(row, german, dropRest).row().cells().getFirst())
                .isEqualTo("+493080445685");
        assertThat(codes(after(row("12", "", "", ""), german, dropRest)))
                .containsExactly("ROW_DROPPED");
    }

    @Test
    void datesInAnotherOrderBecomeThoseOfTheColumn() {
        Step dayFirst = fixed(Code.INVALID_DATE, "cf:birthday", new Fix.ReadDates(DateOrder.DMY));

        Repaired after = after(row("2125550142", "", "31/12/2001", ""), dayFirst);

        assertThat(after.row().cells().get(2)).isEqualTo("12/31/2001");
        assertThat(values(after)).contains("2001-12-31");
    }

    @Test
    void valuesAreMappedReplacedAndGuessed() {
        SourceRow row = row("2125550142", "ana@gmial,com", "", "Teutonia");
        Step country =
                fixed(
                        Code.INVALID_COUNTRY,
                        "country",
                        new Fix.MapValues(Map.of("Teutonia", "Germany", "Gallia", "France")));

        Repaired replaced =
                after(
                        row,
                        country,
                        fixed(Code.INVALID_EMAIL, "email", new Fix.Replace("GMIAL,", "gmail.")));
        Repaired guessed =
                after(row, country, fixed(Code.INVALID_EMAIL, "email", new Fix.TakeSuggestion()));

        assertThat(values(replaced)).contains("ana@gmail.com", "DE");
        assertThat(values(guessed)).contains("ana@gmail.com", "DE");
    }

    @Test
    void remarksOfARunCountOnlyForRowsThatNobodyHasTouchedSince() {
        SourceRow row = row("2125550142", "a@example.org", "", "");
        List<Info> said = List.of(Info.of(Code.MATCH_CONFLICT, "email", "a@example.org"));
        Step dropConflicts = fixed(Code.MATCH_CONFLICT, "email", new Fix.Drop());

        assertThat(REPAIRS.apply(row, said, List.of(dropConflicts)).dropped()).isTrue();
        assertThat(REPAIRS.apply(row, List.of(), List.of(dropConflicts)).dropped()).isFalse();
        assertThat(
                        REPAIRS.apply(row, said, List.of(edit(1, "b@example.org"), dropConflicts))
                                .dropped())
                .isFalse();
    }

    @Test
    void aCellThatIsLeftOutSaysNothing() {
        Repaired after = after(row("2125550142", "a@example.org", "", ""), edit(1, null));

        assertThat(codes(after)).containsExactly("KEY_BELONGS_TO_OTHER:email");
        assertThat(values(after)).containsExactly("+12125550142", MappedRow.DROPPED, null, null);
        assertThat(after.row().cells().get(1)).isEqualTo("a@example.org");
    }

    @Test
    void aRowWithTooManyCellsStandsUntilTheyAreGone() {
        SourceRow row =
                new SourceRow.Unreadable(
                        7,
                        8,
                        List.of("2125550142", "", "", "", "left over"),
                        List.of(Info.of(Code.LONG_ROW)));

        assertThat(codes(after(row, edit(3, "France")))).containsExactly("LONG_ROW");
        assertThat(values(after(row, edit(3, "France"), edit(4, "")))).contains("FR");
    }

    @Test
    void bytesThatAreNoTextMustAllBeWrittenAnew() {
        SourceRow row =
                new SourceRow.Unreadable(
                        7,
                        8,
                        List.of("2125550142", "m\\xFCller@example.org", "", "\\x81"),
                        List.of(Info.of(Code.UNDECODABLE)));

        assertThat(codes(after(row, edit(1, "mueller@example.org"))))
                .containsExactly("UNDECODABLE");
        assertThat(codes(after(row, edit(1, "mueller@example.org"), edit(3, "")))).isEmpty();
    }

    @Test
    void aBlankRowCanBeFilledAndAnyRowBlanked() {
        assertThat(values(after(new SourceRow.Blank(3, 4), edit(0, "2125550142"))))
                .contains("+12125550142");
        assertThat(codes(after(row("12", "", "", ""), edit(0, "")))).containsExactly("BLANK_ROW");
    }

    private static Repaired after(SourceRow row, Step... steps) {
        return REPAIRS.apply(row, List.of(), List.of(steps));
    }

    private static Step edit(int column, @Nullable String text) {
        Map<Integer, @Nullable String> cells = new HashMap<>();
        cells.put(column, text);
        return new Step.Edited(1, new RowEdit.Cells(cells));
    }

    private static Step drop() {
        return new Step.Edited(1, new RowEdit.Drop());
    }

    private static Step fixed(Code code, String field, Fix fix) {
        return new Step.Fixed(1, new Scope(code, field), fix);
    }

    private static SourceRow row(String... cells) {
        return new SourceRow.Filled(7, 8, List.of(cells), List.of());
    }

    private static List<String> codes(Repaired row) {
        return row.remarks().stream()
                .map(info ->
                        info.field() == null
                                ? info.code().name()
                                : info.code() + ":" + info.field())
                .toList();
    }

    private static @Nullable Object[] values(Repaired row) {
        assertThat(row.mapped()).isInstanceOf(MappedRow.Candidate.class);
        return ((MappedRow.Candidate) row.mapped()).values();
    }

    private static Plan plan() {
        List<ColumnMapping> columns =
                List.of(
                        new ColumnMapping(0, Target.of(StandardField.PHONE)),
                        new ColumnMapping(1, Target.of(StandardField.EMAIL)),
                        new ColumnMapping(2, new Target.Custom("birthday"))
                                .with(CellReading.DEFAULT.with(DateOrder.MDY)),
                        new ColumnMapping(3, Target.of(StandardField.COUNTRY)));
        return new Plan(
                new ImportOptions(
                        columns,
                        MatchOptions.DEFAULT,
                        InvalidPolicy.REJECT_ROW,
                        List.of("phone"),
                        "US",
                        TimezoneSource.FILE),
                new Rules(new RuleSettings("US", Locale.ENGLISH, Directory.EMPTY, Directory.EMPTY)),
                Map.of("birthday", FieldSpec.of(FieldType.DATE)));
    }
}
