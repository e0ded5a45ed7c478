package io.muster.engine.repair;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows a fix is for: those with a remark.
///
/// @param code of the remark; null for all rows
/// @param field that the remark is about, as in the API; null when it is about whole rows
public record Scope(@Nullable Code code, @Nullable String field) {

    /// Remarks that need a look at the contacts. All others are found again by mapping the row.
    private static final Set<Code> NEED_CONTACTS =
            EnumSet.of(
                    Code.EXISTING_SKIPPED,
                    Code.ALREADY_EXISTS,
                    Code.NO_MATCH_SKIPPED,
                    Code.DUPLICATE_IN_FILE,
                    Code.MATCH_CONFLICT,
                    Code.KEY_TAKEN,
                    Code.KEY_BELONGS_TO_OTHER,
                    Code.MERGED_KEY,
                    Code.NOT_LIFTED,
                    Code.SUPPRESSED,
                    Code.ERASED,
                    Code.NOT_STORABLE);

    /// Whether only a run can tell which rows are meant, because it depends on the contacts.
    public boolean needsContacts() {
        return code != null && NEED_CONTACTS.contains(code);
    }

    /// Whether one of the remarks is of this kind.
    public boolean isAmong(List<Info> remarks) {
        return code == null
                || remarks.stream()
                        .anyMatch(
                                info -> info.code() == code && Objects.equals(info.field(), field));
    }
}
