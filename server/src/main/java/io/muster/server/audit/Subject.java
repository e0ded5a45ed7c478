package io.muster.server.audit;

import org.jspecify.annotations.Nullable;

/// What something was done to.
///
/// @param id null where there is only one of its kind, or where several were meant
/// @param name what it was called then; null where that would be data of a contact
public record Subject(SubjectKind kind, @Nullable String id, @Nullable String name) {}
