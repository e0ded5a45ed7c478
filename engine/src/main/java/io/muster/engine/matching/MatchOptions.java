package io.muster.engine.matching;

import java.util.List;

/// The policies that decide which contact a row is and what may be done to it.
///
/// @param matchOn the keys that may select a contact, in order; never empty
/// @param onConflict what a key of another contact does to its row
/// @param tags added to the contact of every row
public record MatchOptions(
        List<IdentityKey> matchOn,
        ExistingPolicy existing,
        MissingPolicy missing,
        DuplicatePolicy duplicatesInFile,
        SuppressedPolicy suppressed,
        ConflictPolicy onConflict,
        List<String> tags) {

    public static final MatchOptions DEFAULT =
            new MatchOptions(
                    List.of(IdentityKey.EXTERNAL_ID, IdentityKey.PHONE, IdentityKey.EMAIL),
                    ExistingPolicy.UPDATE,
                    MissingPolicy.CREATE,
                    DuplicatePolicy.MERGE,
                    SuppressedPolicy.SKIP,
                    ConflictPolicy.REJECT_ROW,
                    List.of());
}
