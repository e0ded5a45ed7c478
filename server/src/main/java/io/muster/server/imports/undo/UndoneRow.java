package io.muster.server.imports.undo;

import io.muster.engine.undo.UndoOutcome;
import io.muster.engine.undo.WrittenRow;

/// A row and how its undoing ended, or would end.
public record UndoneRow(WrittenRow row, UndoOutcome outcome) {}
