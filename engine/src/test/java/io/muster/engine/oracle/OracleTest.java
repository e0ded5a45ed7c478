package io.muster.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Thousands of seeded imports with every option of imports and columns: every row and every
/// contact must come out as the oracle has it.
class OracleTest {
    /// Fewer where the comparison is made over and over.
    private static final int SEEDS = Integer.getInteger("muster.oracle.seeds", 4_000);

    @Test
    void batchesDecideAsOneRowAfterAnother() {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            met.addAll(new Comparison(seed).make());
        }
        assertThat(met)
                .as("every fate a row can have was met")
                .contains(
                        "created",
                        "updated",
                        "unchanged",
                        "skipped BLANK_ROW",
                        "skipped MISSING_PHONE",
                        "skipped MISSING_EMAIL",
                        "skipped MISSING_EXTERNAL_ID",
                        "skipped MISSING_FIELD",
                        "skipped NO_MATCH_SKIPPED",
                        "skipped EXISTING_SKIPPED",
                        "skipped DUPLICATE_IN_FILE",
                        "skipped SUPPRESSED",
                        "skipped ERASED",
                        "none INVALID_PHONE",
                        "none INVALID_EMAIL",
                        "none INVALID_YES_NO",
                        "none INVALID_NUMBER",
                        "none EXCEL_DAMAGED",
                        "none INVALID_DATE",
                        "none INVALID_CHOICE",
                        "none INVALID_COUNTRY",
                        "none INVALID_TIMEZONE",
                        "none INVALID_URL",
                        "none UNKNOWN_OWNER",
                        "none UNKNOWN_TEAM",
                        "none TOO_LONG",
                        "none MATCH_CONFLICT",
                        "none KEY_TAKEN",
                        "none ALREADY_EXISTS",
                        "none DUPLICATE_IN_FILE",
                        "none NO_IDENTITY",
                        "none KEY_BELONGS_TO_OTHER",
                        "created SHORT_ROW",
                        "created INVALID_PHONE",
                        "created INVALID_COUNTRY",
                        "skipped INVALID_PHONE",
                        "updated INVALID_NUMBER",
                        "updated INVALID_CHOICE",
                        "updated UNKNOWN_OWNER",
                        "updated SHORT_ROW",
                        "updated NOT_LIFTED",
                        "updated DUPLICATE_IN_FILE",
                        "unchanged NOT_LIFTED",
                        "unchanged DUPLICATE_IN_FILE",
                        "created SUPPRESSED",
                        "created KEY_BELONGS_TO_OTHER",
                        "updated SUPPRESSED",
                        "updated KEY_BELONGS_TO_OTHER",
                        "updated MERGED_KEY");
    }
}
