package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A value has one form, whatever a database or a document made of it on the way.
class FieldValueTest {

    @Test
    void a_number_is_equal_to_itself_in_every_kind() {
        List<Object> fifteen =
                List.of(15, 15L, 15.0, BigInteger.valueOf(15), new BigDecimal("15.00"), "1.5E+1");
        for (Object form : fifteen) {
            Object number = form instanceof String text ? new BigDecimal(text) : form;
            assertThat(FieldValue.canonical(number)).isEqualTo(new BigDecimal("15"));
        }
        assertThat(FieldValue.canonical(1.5))
                .isEqualTo(FieldValue.canonical(new BigDecimal("1.50")));
        assertThat(FieldValue.canonical(new BigDecimal("0.00"))).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void digits_are_never_lost() {
        var long30 = new BigDecimal("123456789012345678901234567.891");
        assertThat(FieldValue.canonical(long30)).isEqualTo(long30);
    }

    @Test
    void choices_have_one_order() {
        assertThat(FieldValue.canonical(List.of("food", "art", "food")))
                .isEqualTo(List.of("art", "food"));
    }

    @Test
    void other_values_stay_as_they_are() {
        assertThat(FieldValue.canonical("1.50")).isEqualTo("1.50");
        assertThat(FieldValue.canonical(true)).isEqualTo(true);
    }
}
