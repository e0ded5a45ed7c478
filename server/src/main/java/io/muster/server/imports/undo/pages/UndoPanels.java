package io.muster.server.imports.undo.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.access.Sight;
import io.muster.server.imports.Import;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.undo.Undo;
import io.muster.server.imports.undo.Undos;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells the page of an import about its undo.
@Component
public class UndoPanels {
    private final Undos undos;

    UndoPanels(Undos undos) {
        this.undos = undos;
    }

    public UndoPanel of(Caller caller, Import of, FieldNames names) {
        Sight sight = Sight.of(caller);
        Undo undo = undos.find(caller.tenant(), of.id()).orElse(null);
        return new UndoPanel(
                of,
                undos.chance(of),
                undo,
                undo == null
                        ? List.of()
                        : UndoReason.of(
                                undos.issues(caller.tenant(), of.id()).stream()
                                        .map(issue -> issue.seen(sight))
                                        .toList(),
                                names),
                caller.may(Scope.IMPORTS_WRITE),
                sight);
    }
}
