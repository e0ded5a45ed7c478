package io.muster.engine.field;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Whether a person consents to be reached: yes or no, or in the words that exports have for it.
record ConsentRule(CellRule yesNo) implements CellRule {

    private static final Map<String, Consent> WORDS = words();

    @Override
    public Cell read(String text) {
        Consent consent = WORDS.get(PlainWords.of(text));
        if (consent != null) {
            return new Cell.Valid(consent);
        }
        return switch (yesNo.read(text)) {
            case Cell.Valid(Object yes) ->
                    new Cell.Valid((Boolean) yes ? Consent.GIVEN : Consent.NOT_GIVEN);
            case Cell.Invalid invalid -> invalid;
            case Cell.Nothing nothing -> nothing;
        };
    }

    private static Map<String, Consent> words() {
        Map<String, Consent> words = new HashMap<>();
        for (WordList.Line line : WordList.read(ConsentRule.class, "consent.txt")) {
            Consent consent = Consent.valueOf(line.key().toUpperCase(Locale.ROOT));
            line.words().forEach(word -> words.put(word, consent));
        }
        return Map.copyOf(words);
    }
}
