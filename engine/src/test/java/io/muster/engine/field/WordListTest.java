package io.muster.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTest {

    @Test
    void a_line_has_a_key_and_its_words() {
        assertThat(WordList.read(WordListTest.class, "/cases/words/good.txt"))
                .containsExactly(
                        new WordList.Line("one", List.of("eins", "a = b")),
                        new WordList.Line("two", List.of()),
                        new WordList.Line("one", List.of("uno")));
    }

    @Test
    void what_is_no_list_is_a_mistake_in_the_product() {
        assertThatThrownBy(() -> WordList.read(WordListTest.class, "/cases/words/bad.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no equals sign");
        assertThatThrownBy(() -> WordList.read(WordListTest.class, "none.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.txt");
    }

    /// A word that stood for two things would mean what the list says last.
    @ParameterizedTest
    @ValueSource(strings = {"yes-no.txt", "consent.txt", "months.txt"})
    void no_word_has_two_meanings(String list) {
        Map<String, String> meanings = new HashMap<>();
        for (WordList.Line line : WordList.read(WordList.class, list)) {
            for (String word : line.words()) {
                String former = meanings.put(PlainWords.of(word) + word, line.key());
                assertThat(former).as(word).isIn(null, line.key());
            }
        }
        assertThat(meanings).isNotEmpty();
    }
}
