package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.Set;

/// Recognises what a spreadsheet shows where a formula failed. In no field is that a value, though
/// in many it would pass for one.
public final class SpreadsheetError {

    /// As workbooks hold them, and as German, French, Spanish, Italian, Portuguese and Dutch
    /// spreadsheets write them into text.
    private static final Set<String> ERRORS =
            Set.of(
                    ("#N/A #REF! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #SPILL! #CALC! #FIELD! #BLOCKED! "
                                    + "#CONNECT! #UNKNOWN! #GETTING_DATA "
                                    + "#NV #BEZUG! #WERT! #ZAHL! #ÜBERLAUF! "
                                    + "#VALEUR! #NOM? #NOMBRE! #NUL! "
                                    + "#¡REF! #¡VALOR! #¡DIV/0! #¿NOMBRE? #¡NUM! #¡NULO! "
                                    + "#N/D #RIF! #VALORE! #NOME? "
                                    + "#VALOR! #NULO! #N/B #VERW! #WAARDE! #DEEL/0! #NAAM? #GETAL! #LEEG!")
                            .split(" "));

    private static final Cell.Invalid REFUSAL = new Cell.Invalid(Code.FORMULA_ERROR);

    private SpreadsheetError() {}

    /// What a rule makes of a cell, unless the cell is an error.
    public static Cell refuseOr(CellRule rule, String text) {
        return text.charAt(0) == '#' && ERRORS.contains(text) ? REFUSAL : rule.read(text);
    }
}
