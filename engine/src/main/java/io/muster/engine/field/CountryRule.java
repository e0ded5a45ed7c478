package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A country by its ISO code or its name, whose alpha-2 code is the value.
final class CountryRule implements CellRule {

    /// In the order in which they claim a name that two languages share.
    private static final List<Locale> LANGUAGES =
            List.of("en", "de", "fr", "es", "pt", "it", "nl").stream().map(Locale::of).toList();

    private static final Map<String, String> COMMON = common();

    private final Map<String, String> local;

    CountryRule(Locale language) {
        Map<String, String> names = new HashMap<>();
        addNames(names, language);
        this.local = Map.copyOf(names);
    }

    @Override
    public Cell read(String text) {
        String code = COMMON.get(text);
        if (code == null) {
            code = byName(PlainWords.of(text));
        }
        return code == null ? new Cell.Invalid(Code.INVALID_COUNTRY) : new Cell.Valid(code);
    }

    /// Takes a mistyped name of a country for the one it is nearest to.
    static Correction correction() {
        Map<String, String> names = new HashMap<>();
        COMMON.forEach((name, code) ->
                names.put(
                        PlainWords.of(name),
                        Locale.of("", code).getDisplayCountry(Locale.ENGLISH)));
        var rule = new CountryRule(Locale.ENGLISH);
        return new NearestName(names, text -> rule.read(text) instanceof Cell.Valid);
    }

    private @Nullable String byName(String name) {
        String code = local.get(name);
        return code == null ? COMMON.get(name) : code;
    }

    private static Map<String, String> common() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.put(code, code);
            names.put(code.toLowerCase(Locale.ROOT), code);
            names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        for (WordList.Line line : WordList.read(CountryRule.class, "countries.txt")) {
            line.words().forEach(word -> names.putIfAbsent(PlainWords.of(word), line.key()));
        }
        LANGUAGES.forEach(language -> addNames(names, language));
        return Map.copyOf(names);
    }

    private static void addNames(Map<String, String> names, Locale language) {
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(language);
            names.putIfAbsent(PlainWords.of(name), code);
            names.putIfAbsent(name, code);
        }
    }
}
