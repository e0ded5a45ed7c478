package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names are compared by their words.
class PlainWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    First Name           | first name
                    ' First,  (Name): '  | first name
                    A&B                  | a and b
                    A & B                | a and b
                    '& Co'               | and co
                    Straße               | strasse
                    Ærø                  | aero
                    Œuvre                | oeuvre
                    Łódź                 | lodz
                    Đà Nẵng              | da nang
                    Iðunn                | idunn
                    Adı                  | adi
                    Prénom               | prenom
                    ﬁrma                 | firma
                    soft\u00adware       | software
                    名前                 | 名前
                    Tel. 2               | tel 2
                    '…'                  | ''
                    """)
    void words_are_plain(String text, String words) {
        assertThat(PlainWords.of(text)).isEqualTo(words);
    }
}
