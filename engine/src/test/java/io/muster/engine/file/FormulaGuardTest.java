package io.muster.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a spreadsheet would run goes out as text, and comes back as it was.
class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+49 30 1", "-5", "@x", "\tx", "\rx", "\nx", "\0x", "=\"x\"&A1"})
    void whatIsDangerousComesBack(String text) {
        assertThat(FormulaGuard.neutralise(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.restore(FormulaGuard.neutralise(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "'s-Hertogenbosch", "5 - 3", "'"})
    void whatIsHarmlessStays(String text) {
        assertThat(FormulaGuard.neutralise(text)).isEqualTo(text);
        assertThat(FormulaGuard.restore(text)).isEqualTo(text);
    }

    /// Some programs write ids like this, so that spreadsheets leave their zeros alone.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=\"00123\", 00123",
                "=\" 00123 \", 00123",
                "=\"+49 30 1\", +49 30 1",
                "'=\"00123\", 00123",
                "=\"a\"\"b\", =\"a\"\"b\"",
                "=\"\", ``",
                "=\", =\""
            })
    void aTextInAFormulaIsTheText(String cell, String value) {
        assertThat(FormulaGuard.restore(cell)).isEqualTo(value);
    }

    @Test
    void theErrorFileKeepsSuchATextToo() {
        String cell = "=\"00123\"";
        assertThat(FormulaGuard.restore(FormulaGuard.neutralise(cell))).isEqualTo("00123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Ann", "'", "'s-Hertogenbosch", "=1", "+49", "'=1", "''+1", ", \tx"})
    void aValueComesBackFromItsCell(String value) {
        assertThat(FormulaGuard.cell(value)).doesNotMatch("(?s)[=+\\-@\t\r\n\0].*");
        assertThat(FormulaGuard.restore(FormulaGuard.cell(value))).isEqualTo(value);
    }
}
