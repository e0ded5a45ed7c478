package io.muster.server.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that the trail can say was done. A name, once written, keeps its meaning.
public enum AuditAction {
    TENANT_CREATED(SubjectKind.TENANT),

    SIGNED_IN(SubjectKind.MEMBER),
    SIGNED_OUT(SubjectKind.MEMBER),
    SESSIONS_ENDED(SubjectKind.MEMBER),
    PASSWORD_CHANGED(SubjectKind.MEMBER),
    MEMBER_JOINED(SubjectKind.MEMBER),
    MEMBER_ROLE_CHANGED(SubjectKind.MEMBER),
    MEMBER_REMOVED(SubjectKind.MEMBER),
    MEMBER_INVITED(SubjectKind.INVITATION),
    INVITATION_WITHDRAWN(SubjectKind.INVITATION),
    API_KEY_ISSUED(SubjectKind.API_KEY),
    API_KEY_REVOKED(SubjectKind.API_KEY),

    IMPORT_UPLOADED(SubjectKind.IMPORT),
    IMPORT_FORMAT_CHOSEN(SubjectKind.IMPORT),
    IMPORT_MAPPED(SubjectKind.IMPORT),
    IMPORT_REVIEWED(SubjectKind.IMPORT),
    IMPORT_STARTED(SubjectKind.IMPORT),
    IMPORT_CANCELLED(SubjectKind.IMPORT),
    IMPORT_RETRIED(SubjectKind.IMPORT),
    IMPORT_UNDONE(SubjectKind.IMPORT),
    ROW_REPAIRED(SubjectKind.IMPORT),
    ROW_DROPPED(SubjectKind.IMPORT),
    ROWS_FIXED(SubjectKind.IMPORT),
    CONFLICT_RESOLVED(SubjectKind.IMPORT),
    REPAIR_TAKEN_BACK(SubjectKind.IMPORT),
    REPAIRED_FILE_UPLOADED(SubjectKind.IMPORT),
    ROWS_DOWNLOADED(SubjectKind.IMPORT),
    ERRORS_DOWNLOADED(SubjectKind.IMPORT),
    UNDO_DOWNLOADED(SubjectKind.IMPORT),
    MAPPING_SAVED(SubjectKind.SAVED_MAPPING),
    MAPPING_CHANGED(SubjectKind.SAVED_MAPPING),
    MAPPING_DELETED(SubjectKind.SAVED_MAPPING),
    LOG_DOWNLOADED(SubjectKind.LOG),
    LOG_RETENTION_CHANGED(SubjectKind.LOG),

    CONTACT_CHANGED(SubjectKind.CONTACT),
    CONTACTS_MERGED(SubjectKind.CONTACT),
    CONTACT_DELETED(SubjectKind.CONTACT),
    CONTACT_RESTORED(SubjectKind.CONTACT),
    CONTACT_ERASED(SubjectKind.CONTACT),
    SUPPRESSIONS_ADDED(SubjectKind.SUPPRESSION),
    SUPPRESSION_REMOVED(SubjectKind.SUPPRESSION),
    SEGMENT_CREATED(SubjectKind.SEGMENT),
    SEGMENT_CHANGED(SubjectKind.SEGMENT),
    SEGMENT_DELETED(SubjectKind.SEGMENT),
    CAMPAIGN_CREATED(SubjectKind.CAMPAIGN),
    CAMPAIGN_CHANGED(SubjectKind.CAMPAIGN),
    CAMPAIGN_DELETED(SubjectKind.CAMPAIGN),
    CAMPAIGN_FAILED_ACCEPTED(SubjectKind.CAMPAIGN),
    CAMPAIGN_SUPPRESSION_APPLIED(SubjectKind.CAMPAIGN),
    EXPORT_REQUESTED(SubjectKind.EXPORT),
    EXPORT_WITHDRAWN(SubjectKind.EXPORT),
    EXPORT_DOWNLOADED(SubjectKind.EXPORT),

    FIELD_CREATED(SubjectKind.FIELD),
    FIELD_CHANGED(SubjectKind.FIELD),
    FIELD_RETIRED(SubjectKind.FIELD),
    FIELD_BROUGHT_BACK(SubjectKind.FIELD),
    TEAM_CREATED(SubjectKind.TEAM),
    TEAM_RENAMED(SubjectKind.TEAM),
    TEAM_RETIRED(SubjectKind.TEAM),
    SOURCE_CREATED(SubjectKind.SOURCE),
    SOURCE_CHANGED(SubjectKind.SOURCE),
    SOURCE_DELETED(SubjectKind.SOURCE),
    SOURCE_WEBHOOK_OPENED(SubjectKind.SOURCE),
    SOURCE_WEBHOOK_CLOSED(SubjectKind.SOURCE),
    PULL_SET_UP(SubjectKind.SOURCE),
    PULL_REMOVED(SubjectKind.SOURCE),
    PULL_BEGUN(SubjectKind.SOURCE),
    PULL_PAUSED(SubjectKind.SOURCE),
    PULL_RESUMED(SubjectKind.SOURCE),
    WEBHOOK_CREATED(SubjectKind.WEBHOOK),
    WEBHOOK_CHANGED(SubjectKind.WEBHOOK),
    WEBHOOK_DELETED(SubjectKind.WEBHOOK),
    WEBHOOK_SECRET_CHANGED(SubjectKind.WEBHOOK),
    WEBHOOK_RESENT(SubjectKind.WEBHOOK),

    AUDIT_DOWNLOADED(SubjectKind.AUDIT);

    private final SubjectKind subject;

    AuditAction(SubjectKind subject) {
        this.subject = subject;
    }

    /// What it is done to.
    public SubjectKind subject() {
        return subject;
    }

    public static Optional<AuditAction> find(String text) {
        return Arrays.stream(values()).filter(action -> action.toString().equals(text)).findFirst();
    }

    /// @throws IllegalArgumentException if no action is written so
    public static AuditAction parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// As it is stored and written in the API.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
