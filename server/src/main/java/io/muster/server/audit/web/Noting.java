package io.muster.server.audit.web;

import io.muster.server.audit.AuditAction;

/// What the trail says of a request.
sealed interface Noting {

    /// A line with the change, if there is one.
    record Change(AuditAction action) implements Noting {}

    /// A line before the first byte goes out.
    record Download(AuditAction action) implements Noting {}

    /// Nothing.
    record Nothing(String reason) implements Noting {}
}
