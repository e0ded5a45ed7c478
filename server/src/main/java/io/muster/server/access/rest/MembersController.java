package io.muster.server.access.rest;

import io.muster.server.access.Caller;
import io.muster.server.access.Invitation;
import io.muster.server.access.Invitations;
import io.muster.server.access.IssuedInvitation;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.MemberChanges;
import io.muster.server.access.Members;
import io.muster.server.access.Membership;
import io.muster.server.access.Role;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Members for programs.
@RestController("membersApi")
@RequestMapping("/api/v1/members")
class MembersController {
    private static final String LIST = "members";
    private static final String INVITATIONS = "invitations";

    private final Members members;
    private final MemberChanges changes;
    private final Invitations invitations;

    MembersController(Members members, MemberChanges changes, Invitations invitations) {
        this.members = members;
        this.changes = changes;
        this.invitations = invitations;
    }

    /// A member as they are shown.
    ///
    /// @param role `admin`, `operator`, `compliance` or `viewer`
    record MemberView(UUID id, String email, String name, String role, Instant joinedAt) {
        static MemberView of(Membership membership) {
            MemberCaller member = membership.member();
            return new MemberView(
                    member.accountId(),
                    member.email(),
                    member.displayName(),
                    member.role().toString(),
                    membership.since());
        }
    }

    /// Whom to invite.
    ///
    /// @param role `admin`, `operator`, `compliance` or `viewer`
    record NewMember(@Nullable String email, @Nullable String role) {}

    /// What to change of a member.
    ///
    /// @param role `admin`, `operator`, `compliance` or `viewer`
    record MemberPatch(@Nullable String role) {}

    /// An invitation as it is listed.
    record InvitationView(
            UUID id,
            String email,
            String role,
            String invitedBy,
            Instant createdAt,
            Instant expiresAt) {
        static InvitationView of(Invitation invitation) {
            return new InvitationView(
                    invitation.id(),
                    invitation.email(),
                    invitation.role().toString(),
                    invitation.invitedBy(),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }
    }

    /// A new invitation.
    ///
    /// @param link that lets in whoever has it, once; not shown again, and null where it was mailed
    /// @param delivery of the link by mail: `mailed`, `no_mail_server` or `refused`
    record NewInvitation(
            UUID id,
            String email,
            String role,
            Instant expiresAt,
            @Nullable URI link,
            String delivery) {
        static NewInvitation of(IssuedInvitation issued) {
            Invitation invitation = issued.invitation();
            return new NewInvitation(
                    invitation.id(),
                    invitation.email(),
                    invitation.role().toString(),
                    invitation.expiresAt(),
                    issued.link(),
                    issued.delivery().name().toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return "NewInvitation[" + id + "]";
        }
    }

    @GetMapping
    Page<MemberView> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        UUID after = cursor == null ? null : cursor.id(LIST);
        List<Membership> fetched = members.page(caller.tenant(), after, paging.fetch());
        return Page.of(
                        fetched,
                        paging,
                        membership -> Cursor.of(LIST, membership.member().accountId()))
                .map(MemberView::of);
    }

    @GetMapping("/{id}")
    MemberView get(Caller caller, @PathVariable UUID id) {
        return MemberView.of(members.membership(caller.tenant(), id));
    }

    /// Invites somebody. The link goes to them by mail where there is a mail server; it stands in
    /// the answer only if it does not. Whoever is invited again gets a new one.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewInvitation invite(Caller caller, @RequestBody NewMember wanted) {
        String email = wanted.email() == null ? "" : wanted.email();
        return NewInvitation.of(invitations.invite(caller, email, role(wanted.role())));
    }

    /// Changes a member's role, which counts from their next request on. The last admin stays one.
    @PatchMapping("/{id}")
    MemberView change(Caller caller, @PathVariable UUID id, @RequestBody MemberPatch patch) {
        changes.changeRole(caller, id, role(patch.role()));
        return MemberView.of(members.membership(caller.tenant(), id));
    }

    /// Makes somebody a member no more, and ends their sessions at once. The last admin stays.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id) {
        changes.remove(caller, id);
    }

    /// Who is invited and has not joined yet, the newest first.
    @GetMapping("/invitations")
    Page<InvitationView> invitations(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        UUID before = cursor == null ? null : cursor.id(INVITATIONS);
        List<Invitation> fetched = invitations.list(caller.tenant(), before, paging.fetch());
        return Page.of(fetched, paging, invitation -> Cursor.of(INVITATIONS, invitation.id()))
                .map(InvitationView::of);
    }

    /// Takes an invitation back; its link leads nowhere from then on.
    @DeleteMapping("/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable UUID id) {
        invitations.withdraw(caller.tenant(), id);
    }

    private static Role role(@Nullable String text) {
        return Role.read(text == null ? "" : text);
    }
}
