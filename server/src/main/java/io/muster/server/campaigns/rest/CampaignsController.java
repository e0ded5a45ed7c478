package io.muster.server.campaigns.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.campaigns.Campaign;
import io.muster.server.campaigns.Campaigns;
import io.muster.server.campaigns.MemberChecks;
import io.muster.server.campaigns.MemberFilter;
import io.muster.server.campaigns.Readiness;
import io.muster.server.campaigns.ReadinessReview;
import io.muster.server.contacts.Contact;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Campaigns for programs. Their members come by imports with `options.campaign_id`.
@RestController("campaignsApi")
@RequestMapping("/api/v1/campaigns")
class CampaignsController {
    private static final String LIST = "campaigns";
    private static final String MEMBERS = "campaign-members";

    private final Campaigns campaigns;
    private final MemberChecks members;
    private final ReadinessReview review;

    CampaignsController(Campaigns campaigns, MemberChecks members, ReadinessReview review) {
        this.campaigns = campaigns;
        this.members = members;
        this.review = review;
    }

    /// A campaign as it is sent.
    ///
    /// @param name 1 to 200 characters
    /// @param expectedContacts how many contacts are to be reached
    record CampaignRequest(@Nullable String name, @Nullable Long expectedContacts) {}

    /// A campaign as it is shown.
    ///
    /// @param members how many contacts belong to it at this moment
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CampaignView(
            UUID id,
            String name,
            @Nullable Long expectedContacts,
            long members,
            String createdBy,
            Instant createdAt,
            Instant updatedAt) {}

    /// Whether a campaign can begin.
    record ReadinessView(boolean ready, List<CheckView> checks) {

        /// @param message what is so, or what to do
        record CheckView(String code, boolean passed, String message) {}

        static ReadinessView of(Readiness readiness) {
            return new ReadinessView(
                    readiness.ready(),
                    readiness.checks().stream()
                            .map(check ->
                                    new CheckView(
                                            check.code().name(), check.passed(), check.message()))
                            .toList());
        }
    }

    /// Which upload is meant.
    record UploadRequest(@Nullable UUID importId) {}

    /// Newest first.
    @GetMapping
    Page<CampaignView> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        UUID before = cursor == null ? null : cursor.id(LIST);
        List<Campaign> found = campaigns.list(caller.tenant(), before, paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(LIST, last.id()))
                .map(campaign -> view(caller, campaign));
    }

    @GetMapping("/{id}")
    CampaignView get(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.get(caller.tenant(), id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CampaignView create(Caller caller, @RequestBody CampaignRequest request) {
        return view(caller, campaigns.create(caller, request.name(), request.expectedContacts()));
    }

    /// Replaces all of it.
    @PutMapping("/{id}")
    CampaignView replace(
            Caller caller, @PathVariable UUID id, @RequestBody CampaignRequest request) {
        return view(
                caller,
                campaigns.change(caller.tenant(), id, request.name(), request.expectedContacts()));
    }

    /// Replaces what is sent.
    @PatchMapping("/{id}")
    CampaignView change(
            Caller caller, @PathVariable UUID id, @RequestBody CampaignRequest request) {
        Campaign before = campaigns.get(caller.tenant(), id);
        Long expected =
                request.expectedContacts() == null
                        ? before.expectedContacts()
                        : request.expectedContacts();
        return view(
                caller,
                campaigns.change(
                        caller.tenant(),
                        id,
                        Objects.requireNonNullElse(request.name(), before.name()),
                        expected));
    }

    /// Contacts and imports stay.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        campaigns.delete(caller.tenant(), id);
    }

    /// Those who belong to it at this moment, newest first.
    @GetMapping("/{id}/members")
    Page<Contact> members(Caller caller, @PathVariable UUID id, Paging paging) {
        var cursor = paging.cursor();
        UUID before = cursor == null ? null : cursor.id(MEMBERS);
        List<Contact> found =
                campaigns.members(caller.tenant(), id, MemberFilter.ALL, before, paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(MEMBERS, last.id()))
                .map(contact -> contact.seen(Sight.of(caller)));
    }

    @GetMapping("/{id}/readiness")
    ReadinessView readiness(Caller caller, @PathVariable UUID id) {
        return ReadinessView.of(review.of(caller.tenant(), id));
    }

    /// Says that the failed rows of an upload were looked through and may stay out.
    @PostMapping("/{id}/accept-failed")
    ReadinessView acceptFailed(
            Caller caller, @PathVariable UUID id, @RequestBody UploadRequest request) {
        if (request.importId() == null) {
            String message = "Name the upload by the id of its import.";
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/import_id", "MISSING_FIELD", message)));
        }
        review.accept(caller, id, request.importId());
        return readiness(caller, id);
    }

    /// Takes those off who stand on the suppression list by now.
    @PostMapping("/{id}/apply-suppression")
    ReadinessView applySuppression(Caller caller, @PathVariable UUID id) {
        campaigns.get(caller.tenant(), id);
        members.leaveSuppressedOut(caller.tenant(), id);
        return readiness(caller, id);
    }

    private CampaignView view(Caller caller, Campaign campaign) {
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.expectedContacts(),
                members.count(caller.tenant(), campaign.id()),
                campaign.createdBy(),
                campaign.createdAt(),
                campaign.updatedAt());
    }
}
