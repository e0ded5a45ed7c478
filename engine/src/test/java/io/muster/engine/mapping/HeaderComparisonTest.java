package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.Column;
import io.muster.engine.mapping.HeaderComparison.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which columns of a file an earlier mapping knows, under the same header or another.
class HeaderComparisonTest {
    private static final List<Earlier> EARLIER =
            List.of(
                    new Earlier("Phone", Target.of(StandardField.PHONE)),
                    new Earlier("Cust. Ref", Target.of(StandardField.EXTERNAL_ID)),
                    new Earlier("Shoe size", new Target.Custom("shoe_size")),
                    new Earlier("Notes", Target.SKIP));

    private final List<Column> columns = new ArrayList<>();

    @Test
    void order_case_and_punctuation_make_no_difference() {
        columns("notes", "CUST_REF", "Phone:", "Shoe Size");
        HeaderComparison compared = compare();
        assertThat(compared.found()).isEqualTo(Map.of(0, 3, 1, 1, 2, 0, 3, 2));
        assertThat(compared.isSame()).isTrue();
        assertThat(compared.likeness()).isEqualTo(1);
    }

    @Test
    void new_and_gone_headers_are_told() {
        columns("Phone", "Cust. Ref", "Fax");
        HeaderComparison compared = compare();
        assertThat(compared.added()).containsExactly(2);
        assertThat(compared.gone()).containsExactly(2, 3);
        assertThat(compared.likeness()).isEqualTo(0.5);
    }

    @Test
    void a_header_is_renamed_when_it_looks_alike_or_its_column_does() {
        columns("Telephone", "Cust. Ref", "Shoe sizes", "Notes");
        HeaderComparison compared = compare();
        assertThat(compared.renamed()).containsExactly(0, 2);
        assertThat(compared.found()).containsEntry(0, 0).containsEntry(2, 2);
        assertThat(compared.added()).isEmpty();
        assertThat(compared.gone()).isEmpty();
        assertThat(compared.likeness()).isEqualTo(0.75);
    }

    @Test
    void a_skipped_column_has_no_field_to_be_known_by() {
        columns("Phone", "Cust. Ref", "Shoe size", "Gibberish");
        assertThat(compare().added()).containsExactly(3);
        assertThat(compare().gone()).containsExactly(3);
    }

    private void columns(String... headers) {
        for (String header : headers) {
            columns.add(new Column(columns.size(), header, List.of("030 37582163"), 1));
        }
    }

    private HeaderComparison compare() {
        return HeaderComparison.of(
                EARLIER, columns, new Suggester(List.of()).suggest(columns, "DE"));
    }
}
