package io.muster.server.audit.web;

import static io.muster.server.audit.AuditAction.*;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.muster.server.audit.AuditAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/// The one table of what is noted of requests: each that may change something, and each that takes
/// people's data away, has a line, with an action or with the reason why it needs none.
final class AuditedRoutes {
    private static final String LOOKS_AHEAD = "Shows what would be, and changes nothing.";
    private static final String IN_THE_LOG =
            "Each object that is pushed has its own entry in the import log.";
    private static final String BY_ITSELF = "Noted when it happens, by whom it concerns.";
    private static final String SENDS_NOBODY = "A message of no import; its deliveries are listed.";
    private static final String ONES_OWN = "What somebody wants to be told is their own.";
    private static final String HOLDS_NOBODY = "Holds no data of contacts.";

    private static final List<AuditedRoute> ROUTES =
            Stream.of(access(), imports(), repairs(), contacts(), settings(), notifications())
                    .flatMap(List::stream)
                    .toList();

    private AuditedRoutes() {}

    private static List<AuditedRoute> access() {
        return List.of(
                change(POST, "/api/v1/tenants", TENANT_CREATED),
                nothing(POST, "/sign-in", BY_ITSELF),
                nothing(POST, "/sign-out", BY_ITSELF),
                nothing(POST, "/theme", "A choice of looks, kept in the browser."),
                download("/api/v1/audit.csv", AUDIT_DOWNLOADED),
                download("/audit.csv", AUDIT_DOWNLOADED),
                change(POST, "/api/v1/api-keys", API_KEY_ISSUED),
                change(DELETE, "/api/v1/api-keys/{subject}", API_KEY_REVOKED),
                change(POST, "/api-keys", API_KEY_ISSUED),
                change(POST, "/api-keys/{subject}/revoke", API_KEY_REVOKED),
                change(POST, "/api/v1/members", MEMBER_INVITED),
                change(DELETE, "/api/v1/members/invitations/{subject}", INVITATION_WITHDRAWN),
                change(PATCH, "/api/v1/members/{subject}", MEMBER_ROLE_CHANGED),
                change(DELETE, "/api/v1/members/{subject}", MEMBER_REMOVED),
                change(POST, "/members", MEMBER_INVITED),
                change(POST, "/members/invitations/{subject}/withdraw", INVITATION_WITHDRAWN),
                change(POST, "/members/{subject}/role", MEMBER_ROLE_CHANGED),
                change(POST, "/members/{subject}/remove", MEMBER_REMOVED),
                nothing(POST, "/join/{token}", BY_ITSELF),
                nothing(POST, "/join/{token}/elsewhere", "Leads to a sign-in, which is noted."),
                nothing(POST, "/join/{token}/member", BY_ITSELF),
                change(POST, "/account/password", PASSWORD_CHANGED),
                nothing(POST, "/account/tenant", BY_ITSELF),
                nothing(POST, "/account/sessions/{session}/end", BY_ITSELF),
                nothing(POST, "/account/sessions/end", BY_ITSELF));
    }

    private static List<AuditedRoute> imports() {
        return List.of(
                change(POST, "/api/v1/imports", IMPORT_UPLOADED),
                change(POST, "/imports", IMPORT_UPLOADED),
                change(POST, "/imports/pasted", IMPORT_UPLOADED),
                change(POST, "/imports/sample", IMPORT_UPLOADED),
                change(PUT, "/api/v1/imports/{subject}/format", IMPORT_FORMAT_CHOSEN),
                change(POST, "/imports/{subject}/format", IMPORT_FORMAT_CHOSEN),
                change(PUT, "/api/v1/imports/{subject}/mapping", IMPORT_MAPPED),
                change(POST, "/imports/{subject}/map", IMPORT_MAPPED),
                nothing(POST, "/imports/{subject}/map/check", LOOKS_AHEAD),
                nothing(POST, "/imports/{subject}/map/values/{index}", LOOKS_AHEAD),
                change(POST, "/imports/{import}/map/keep", MAPPING_SAVED),
                change(POST, "/api/v1/imports/{subject}/review", IMPORT_REVIEWED),
                change(POST, "/imports/{subject}/review", IMPORT_REVIEWED),
                change(POST, "/api/v1/imports/{subject}/start", IMPORT_STARTED),
                change(POST, "/imports/{subject}/start", IMPORT_STARTED),
                change(POST, "/api/v1/imports/{subject}/cancel", IMPORT_CANCELLED),
                change(POST, "/imports/{subject}/cancel", IMPORT_CANCELLED),
                change(POST, "/api/v1/imports/{subject}/revert", IMPORT_UNDONE),
                change(POST, "/imports/{subject}/undo", IMPORT_UNDONE),
                download("/api/v1/imports/{subject}/revert/rows.csv", UNDO_DOWNLOADED),
                download("/imports/{subject}/undo/rows.csv", UNDO_DOWNLOADED),
                download("/api/v1/imports/{subject}/rows.csv", ROWS_DOWNLOADED),
                download("/imports/{subject}/rows.csv", ROWS_DOWNLOADED),
                download("/api/v1/imports/{subject}/errors.{format}", ERRORS_DOWNLOADED),
                download("/imports/{subject}/errors.{format}", ERRORS_DOWNLOADED),
                nothing(GET, "/api/v1/openapi.json", HOLDS_NOBODY),
                nothing(GET, "/api/v1/openapi.json.yaml", HOLDS_NOBODY),
                nothing(GET, "/api/v1/import-template.{format}", HOLDS_NOBODY),
                nothing(GET, "/import-template.{format}", HOLDS_NOBODY),
                download("/api/v1/import-log.csv", LOG_DOWNLOADED),
                download("/import-log.csv", LOG_DOWNLOADED),
                change(PUT, "/api/v1/import-log/retention", LOG_RETENTION_CHANGED),
                change(POST, "/api/v1/saved-mappings", MAPPING_SAVED),
                change(PUT, "/api/v1/saved-mappings/{subject}", MAPPING_CHANGED),
                change(PATCH, "/api/v1/saved-mappings/{subject}", MAPPING_CHANGED),
                change(DELETE, "/api/v1/saved-mappings/{subject}", MAPPING_DELETED),
                change(POST, "/imports/mappings/{subject}/rename", MAPPING_CHANGED),
                change(POST, "/imports/mappings/{subject}/delete", MAPPING_DELETED));
    }

    private static List<AuditedRoute> repairs() {
        return List.of(
                change(PATCH, "/api/v1/imports/{subject}/rows/{row}", ROW_REPAIRED),
                change(DELETE, "/api/v1/imports/{subject}/rows/{row}", ROW_DROPPED),
                change(POST, "/api/v1/imports/{subject}/rows/{row}/resolution", CONFLICT_RESOLVED),
                nothing(POST, "/api/v1/imports/{subject}/fixes/preview", LOOKS_AHEAD),
                change(POST, "/api/v1/imports/{subject}/fixes", ROWS_FIXED),
                change(DELETE, "/api/v1/imports/{subject}/steps/{number}", REPAIR_TAKEN_BACK),
                change(POST, "/api/v1/imports/{subject}/retry", IMPORT_RETRIED),
                change(POST, "/imports/{subject}/errors/rows/{row}", ROW_REPAIRED),
                change(POST, "/imports/{subject}/errors/rows/{row}/drop", ROW_DROPPED),
                change(POST, "/imports/{subject}/errors/rows/{row}/resolution", CONFLICT_RESOLVED),
                nothing(POST, "/imports/{subject}/errors/preview", LOOKS_AHEAD),
                change(POST, "/imports/{subject}/errors/fix", ROWS_FIXED),
                change(POST, "/imports/{subject}/errors/undo", REPAIR_TAKEN_BACK),
                change(POST, "/imports/{subject}/errors/retry", IMPORT_RETRIED),
                nothing(
                        POST,
                        "/imports/{subject}/errors/file",
                        "Prepares a file; taking it away is noted."),
                change(POST, "/imports/{subject}/errors/upload", REPAIRED_FILE_UPLOADED),
                change(POST, "/imports/{subject}/review/rows/{row}", ROW_REPAIRED),
                change(POST, "/imports/{subject}/review/undo", REPAIR_TAKEN_BACK));
    }

    private static List<AuditedRoute> contacts() {
        return List.of(
                change(PATCH, "/api/v1/contacts/{subject}", CONTACT_CHANGED),
                change(POST, "/api/v1/contacts/{subject}/merge", CONTACTS_MERGED),
                change(DELETE, "/api/v1/contacts/{subject}", CONTACT_DELETED),
                change(POST, "/api/v1/contacts/{subject}/restore", CONTACT_RESTORED),
                change(POST, "/api/v1/contacts/{subject}/erase", CONTACT_ERASED),
                change(POST, "/contacts/{subject}/edit", CONTACT_CHANGED),
                change(POST, "/contacts/{subject}/merge", CONTACTS_MERGED),
                change(POST, "/contacts/{subject}/delete", CONTACT_DELETED),
                change(POST, "/contacts/{subject}/restore", CONTACT_RESTORED),
                change(POST, "/contacts/{subject}/erase", CONTACT_ERASED),
                change(POST, "/api/v1/suppressions", SUPPRESSIONS_ADDED),
                change(DELETE, "/api/v1/suppressions", SUPPRESSION_REMOVED),
                change(DELETE, "/api/v1/suppressions/{subject}", SUPPRESSION_REMOVED),
                change(POST, "/suppressions", SUPPRESSIONS_ADDED),
                change(POST, "/suppressions/file", SUPPRESSIONS_ADDED),
                change(POST, "/suppressions/{subject}/remove", SUPPRESSION_REMOVED),
                nothing(POST, "/api/v1/segments/count", LOOKS_AHEAD),
                change(POST, "/api/v1/segments", SEGMENT_CREATED),
                change(PUT, "/api/v1/segments/{subject}", SEGMENT_CHANGED),
                change(PATCH, "/api/v1/segments/{subject}", SEGMENT_CHANGED),
                change(DELETE, "/api/v1/segments/{subject}", SEGMENT_DELETED),
                nothing(POST, "/segments/count", LOOKS_AHEAD),
                change(POST, "/segments/new", SEGMENT_CREATED),
                change(POST, "/segments/{subject}/edit", SEGMENT_CHANGED),
                change(POST, "/segments/{subject}/delete", SEGMENT_DELETED),
                change(POST, "/api/v1/campaigns", CAMPAIGN_CREATED),
                change(PUT, "/api/v1/campaigns/{subject}", CAMPAIGN_CHANGED),
                change(PATCH, "/api/v1/campaigns/{subject}", CAMPAIGN_CHANGED),
                change(DELETE, "/api/v1/campaigns/{subject}", CAMPAIGN_DELETED),
                change(POST, "/api/v1/campaigns/{subject}/accept-failed", CAMPAIGN_FAILED_ACCEPTED),
                change(
                        POST,
                        "/api/v1/campaigns/{subject}/apply-suppression",
                        CAMPAIGN_SUPPRESSION_APPLIED),
                change(POST, "/campaigns", CAMPAIGN_CREATED),
                change(POST, "/campaigns/{subject}", CAMPAIGN_CHANGED),
                change(POST, "/campaigns/{subject}/delete", CAMPAIGN_DELETED),
                change(POST, "/campaigns/{subject}/accept-failed", CAMPAIGN_FAILED_ACCEPTED),
                change(
                        POST,
                        "/campaigns/{subject}/apply-suppression",
                        CAMPAIGN_SUPPRESSION_APPLIED),
                change(POST, "/api/v1/exports", EXPORT_REQUESTED),
                change(DELETE, "/api/v1/exports/{subject}", EXPORT_WITHDRAWN),
                change(POST, "/exports", EXPORT_REQUESTED),
                change(POST, "/exports/{subject}/withdraw", EXPORT_WITHDRAWN),
                download("/api/v1/exports/{subject}/file", EXPORT_DOWNLOADED),
                download("/exports/{subject}/file", EXPORT_DOWNLOADED));
    }

    private static List<AuditedRoute> settings() {
        return List.of(
                change(POST, "/api/v1/fields", FIELD_CREATED),
                change(PATCH, "/api/v1/fields/{subject}", FIELD_CHANGED),
                change(DELETE, "/api/v1/fields/{subject}", FIELD_RETIRED),
                change(POST, "/api/v1/fields/{subject}/restore", FIELD_BROUGHT_BACK),
                change(POST, "/fields/new-field", FIELD_CREATED),
                change(POST, "/fields/{subject}", FIELD_CHANGED),
                change(POST, "/fields/{subject}/retire", FIELD_RETIRED),
                change(POST, "/fields/{subject}/restore", FIELD_BROUGHT_BACK),
                change(POST, "/api/v1/teams", TEAM_CREATED),
                change(PATCH, "/api/v1/teams/{subject}", TEAM_RENAMED),
                change(DELETE, "/api/v1/teams/{subject}", TEAM_RETIRED),
                nothing(POST, "/api/v1/sources/{source}/contacts", IN_THE_LOG),
                nothing(POST, "/api/v1/inbound/{tenant}/{source}", IN_THE_LOG),
                change(POST, "/api/v1/sources", SOURCE_CREATED),
                change(PATCH, "/api/v1/sources/{subject}", SOURCE_CHANGED),
                change(DELETE, "/api/v1/sources/{subject}", SOURCE_DELETED),
                change(POST, "/api/v1/sources/{subject}/webhook", SOURCE_WEBHOOK_OPENED),
                change(DELETE, "/api/v1/sources/{subject}/webhook", SOURCE_WEBHOOK_CLOSED),
                change(POST, "/sources", SOURCE_CREATED),
                change(POST, "/sources/{subject}", SOURCE_CHANGED),
                nothing(POST, "/sources/{subject}/try", LOOKS_AHEAD),
                change(POST, "/sources/{subject}/webhook", SOURCE_WEBHOOK_OPENED),
                change(POST, "/sources/{subject}/webhook/close", SOURCE_WEBHOOK_CLOSED),
                change(POST, "/sources/{subject}/delete", SOURCE_DELETED),
                change(PUT, "/api/v1/sources/{subject}/pull", PULL_SET_UP),
                change(DELETE, "/api/v1/sources/{subject}/pull", PULL_REMOVED),
                change(POST, "/api/v1/sources/{subject}/pull/run", PULL_BEGUN),
                change(POST, "/api/v1/sources/{subject}/pull/pause", PULL_PAUSED),
                change(POST, "/api/v1/sources/{subject}/pull/resume", PULL_RESUMED),
                change(POST, "/sources/{subject}/pull", PULL_SET_UP),
                change(POST, "/sources/{subject}/pull/run", PULL_BEGUN),
                change(POST, "/sources/{subject}/pull/pause", PULL_PAUSED),
                change(POST, "/sources/{subject}/pull/resume", PULL_RESUMED),
                change(POST, "/sources/{subject}/pull/delete", PULL_REMOVED));
    }

    private static List<AuditedRoute> notifications() {
        return List.of(
                change(POST, "/api/v1/webhooks", WEBHOOK_CREATED),
                change(PATCH, "/api/v1/webhooks/{subject}", WEBHOOK_CHANGED),
                change(DELETE, "/api/v1/webhooks/{subject}", WEBHOOK_DELETED),
                change(POST, "/api/v1/webhooks/{subject}/rotate", WEBHOOK_SECRET_CHANGED),
                nothing(POST, "/api/v1/webhooks/{subject}/test", SENDS_NOBODY),
                change(
                        POST,
                        "/api/v1/webhooks/{subject}/deliveries/{delivery}/resend",
                        WEBHOOK_RESENT),
                change(POST, "/webhooks", WEBHOOK_CREATED),
                change(POST, "/webhooks/{subject}", WEBHOOK_CHANGED),
                change(POST, "/webhooks/{subject}/rotate", WEBHOOK_SECRET_CHANGED),
                nothing(POST, "/webhooks/{subject}/test", SENDS_NOBODY),
                change(POST, "/webhooks/{subject}/deliveries/{delivery}/resend", WEBHOOK_RESENT),
                change(POST, "/webhooks/{subject}/pause", WEBHOOK_CHANGED),
                change(POST, "/webhooks/{subject}/resume", WEBHOOK_CHANGED),
                change(POST, "/webhooks/{subject}/delete", WEBHOOK_DELETED),
                nothing(POST, "/notices/{id}", ONES_OWN),
                nothing(POST, "/digests", ONES_OWN));
    }

    /// The line that speaks of a request; where several do, the first.
    static Optional<AuditedRoute> find(HttpMethod method, PathContainer path) {
        return ROUTES.stream().filter(route -> route.matches(method, path)).findFirst();
    }

    private static AuditedRoute change(HttpMethod method, String pattern, AuditAction action) {
        return AuditedRoute.of(Set.of(method), pattern, new Noting.Change(action));
    }

    private static AuditedRoute download(String pattern, AuditAction action) {
        return AuditedRoute.of(Set.of(GET), pattern, new Noting.Download(action));
    }

    private static AuditedRoute nothing(HttpMethod method, String pattern, String reason) {
        return AuditedRoute.of(Set.of(method), pattern, new Noting.Nothing(reason));
    }
}
