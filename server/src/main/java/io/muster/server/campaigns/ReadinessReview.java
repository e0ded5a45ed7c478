package io.muster.server.campaigns;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Code;
import io.muster.server.access.Caller;
import io.muster.server.campaigns.store.AcceptanceStore;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Says whether a campaign can begin. As long as anything runs, it cannot.
@Service
public class ReadinessReview {
    /// More uploads than any campaign has; those before have long been looked at.
    private static final int UPLOADS = 500;

    private static final List<ImportStatus> RUNNING =
            List.of(
                    ImportStatus.QUEUED,
                    ImportStatus.PROCESSING,
                    ImportStatus.POST_PROCESSING,
                    ImportStatus.REVERTING);

    private final TenantTransactions transactions;
    private final Campaigns campaigns;
    private final MemberChecks members;
    private final AcceptanceStore acceptances;
    private final Imports imports;
    private final ImportRows rows;

    ReadinessReview(
            TenantTransactions transactions,
            Campaigns campaigns,
            MemberChecks members,
            AcceptanceStore acceptances,
            Imports imports,
            ImportRows rows) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.members = members;
        this.acceptances = acceptances;
        this.imports = imports;
        this.rows = rows;
    }

    /// @throws ApiProblem 404 if there is no such campaign
    public Readiness of(TenantId tenant, UUID id) {
        Campaign campaign = campaigns.get(tenant, id);
        List<Import> uploads = uploads(tenant, id);
        ReadinessCheck finished = finished(tenant, campaign, uploads);
        List<ReadinessCheck> checks = new ArrayList<>();
        checks.add(finished);
        if (isRunning(tenant)) {
            checks.add(counted(campaign, members.count(tenant, id), path(campaign)));
            checks.add(failed(tenant, campaign, uploads));
            checks.add(duplicates(tenant, uploads));
            checks.add(waiting(ReadinessCheck.Code.SUPPRESSION_APPLIED));
            checks.add(waiting(ReadinessCheck.Code.TIME_ZONES_PRESENT));
            return new Readiness(checks);
        }
        MemberFigures figures = members.figures(tenant, id);
        checks.add(counted(campaign, figures.members(), path(campaign)));
        checks.add(failed(tenant, campaign, uploads));
        checks.add(duplicates(tenant, uploads));
        checks.add(
                check(
                        ReadinessCheck.Code.SUPPRESSION_APPLIED,
                        figures.suppressed() == 0,
                        t("readiness.suppression", figures.suppressed()),
                        path(campaign) + "#suppressed"));
        checks.add(
                check(
                        ReadinessCheck.Code.TIME_ZONES_PRESENT,
                        figures.zoneless() == 0,
                        t("readiness.time_zones", figures.zoneless()),
                        path(campaign)
                                + "/members?show="
                                + MemberFilter.WITHOUT_TIMEZONE.text()));
        return new Readiness(checks);
    }

    /// The uploads of a campaign that count, newest first: not those that were given up before they
    /// wrote anything, nor those that are undone.
    public List<Import> uploads(TenantId tenant, UUID campaign) {
        return imports.ofCampaign(tenant, campaign, UPLOADS).stream()
                .filter(of ->
                        of.status() != ImportStatus.REVERTED
                                && !(of.status() == ImportStatus.CANCELLED && of.processed() == 0))
                .toList();
    }

    /// Uploads whose failed rows nobody has looked through yet, newest first.
    public List<Import> unreviewed(TenantId tenant, UUID campaign) {
        return unreviewed(tenant, campaign, uploads(tenant, campaign));
    }

    /// Notes that the failed rows of an upload may stay out.
    ///
    /// @throws ApiProblem 404 if there is no such campaign or upload
    public void accept(Caller caller, UUID campaign, UUID importId) {
        TenantId tenant = caller.tenant();
        campaigns.get(tenant, campaign);
        Import of =
                uploads(tenant, campaign).stream()
                        .filter(upload -> upload.id().equals(importId))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.notFound("import"));
        transactions.run(
                tenant,
                () ->
                        acceptances.save(
                                tenant,
                                campaign,
                                importId,
                                of.counts().failed(),
                                caller.displayName()));
    }

    private boolean isRunning(TenantId tenant) {
        return !imports.list(tenant, RUNNING, null, 1).isEmpty();
    }

    private ReadinessCheck finished(TenantId tenant, Campaign campaign, List<Import> uploads) {
        var code = ReadinessCheck.Code.IMPORT_FINISHED;
        if (uploads.isEmpty()) {
            return check(code, false, t("readiness.import.none"), path(campaign) + "#upload");
        }
        for (Import of : uploads) {
            if (of.status().isActive()) {
                return check(code, false, t("readiness.import.running", name(of)), path(of));
            }
        }
        for (Import of : uploads) {
            if (of.status() == ImportStatus.UPLOADED) {
                return check(code, false, t("readiness.import.waiting", name(of)), path(of));
            }
        }
        Import latest = uploads.getFirst();
        if (latest.status() != ImportStatus.COMPLETED) {
            return check(code, false, t("readiness.import.broken", name(latest)), path(latest));
        }
        List<Import> others = imports.list(tenant, RUNNING, null, 1);
        return others.isEmpty()
                ? check(code, true, t("readiness.import.done", uploads.size()), null)
                : check(
                        code,
                        false,
                        t("readiness.import.other", name(others.getFirst())),
                        path(others.getFirst()));
    }

    private static ReadinessCheck counted(Campaign campaign, long members, String path) {
        Long expected = campaign.expectedContacts();
        return check(
                ReadinessCheck.Code.COUNTS_MATCH,
                expected != null && expected == members,
                expected == null
                        ? t("readiness.counts.unknown", members)
                        : expected == members
                                ? t("readiness.counts.match", members)
                                : t("readiness.counts.differ", members, expected),
                path + "#campaign");
    }

    private ReadinessCheck failed(TenantId tenant, Campaign campaign, List<Import> uploads) {
        List<Import> open = unreviewed(tenant, campaign.id(), uploads);
        long failed = open.stream().mapToLong(of -> of.counts().failed()).sum();
        return check(
                ReadinessCheck.Code.FAILED_ROWS_REVIEWED,
                open.isEmpty(),
                t("readiness.failed", failed),
                path(campaign) + "#failed");
    }

    private List<Import> unreviewed(TenantId tenant, UUID campaign, List<Import> uploads) {
        Map<UUID, Long> accepted =
                transactions.call(tenant, () -> acceptances.of(tenant, campaign));
        return uploads.stream()
                .filter(of -> of.counts().failed() > accepted.getOrDefault(of.id(), 0L))
                .toList();
    }

    /// The default may not be what anybody wanted; where no row repeats another it does not matter.
    private ReadinessCheck duplicates(TenantId tenant, List<Import> uploads) {
        for (Import of : uploads) {
            boolean repeats =
                    of.settings().duplicatesInFile() == null
                            && of.processed() > 0
                            && rows.issues(tenant, of).stream()
                                    .anyMatch(issue -> issue.code() == Code.DUPLICATE_IN_FILE);
            if (repeats) {
                return check(
                        ReadinessCheck.Code.DUPLICATES_RULE_CHOSEN,
                        false,
                        t("readiness.duplicates.open", name(of)),
                        path(of));
            }
        }
        return check(
                ReadinessCheck.Code.DUPLICATES_RULE_CHOSEN,
                true,
                t("readiness.duplicates.chosen"),
                null);
    }

    private static ReadinessCheck waiting(ReadinessCheck.Code code) {
        return new ReadinessCheck(code, false, t("readiness.waiting"), null);
    }

    private static ReadinessCheck check(
            ReadinessCheck.Code code, boolean passed, String message, @Nullable String path) {
        return new ReadinessCheck(code, passed, message, passed ? null : path);
    }

    private static String name(Import of) {
        return of.file().name();
    }

    private static String path(Import of) {
        return "/imports/" + of.id();
    }

    private static String path(Campaign campaign) {
        return "/campaigns/" + campaign.id();
    }
}
