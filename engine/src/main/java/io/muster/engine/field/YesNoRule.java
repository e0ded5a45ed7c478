package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.HashMap;
import java.util.Map;

/// Yes or no, in the words of several languages or as a mark.
record YesNoRule() implements CellRule {

    private static final Map<String, Boolean> WORDS = words();

    @Override
    public Cell read(String text) {
        Boolean yes = WORDS.get(text);
        if (yes == null) {
            yes = WORDS.get(PlainWords.of(text));
        }
        return yes == null ? new Cell.Invalid(Code.INVALID_YES_NO) : new Cell.Valid(yes);
    }

    private static Map<String, Boolean> words() {
        Map<String, Boolean> words = new HashMap<>();
        for (WordList.Line line : WordList.read(YesNoRule.class, "yes-no.txt")) {
            for (String word : line.words()) {
                words.put(word, line.key().equals("yes"));
            }
        }
        return Map.copyOf(words);
    }
}
