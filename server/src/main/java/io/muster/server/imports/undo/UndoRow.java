package io.muster.server.imports.undo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.outcome.Info;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of an import and how its undoing ended.
///
/// @param result `reverted`, `kept` or `failed`
/// @param contactName for people; null for a contact without any name or key, or one that is erased
/// @param contactDeleted whether the contact is gone by now
/// @param info why it was kept, or failed
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UndoRow(
        long row,
        String result,
        UUID contactId,
        @Nullable String contactName,
        boolean contactDeleted,
        List<Info> info) {}
