package io.muster.server.audit;

import io.muster.server.access.MemberEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes what members do about themselves where no route tells: they come, go and join.
@Component
class MemberEvents {
    private final AuditTrail trail;

    MemberEvents(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(MemberEvent event) {
        var member = event.member();
        trail.note(
                member.tenant(),
                Actor.of(member),
                action(event.kind()),
                new Subject(
                        SubjectKind.MEMBER, member.accountId().toString(), Actor.called(member)),
                switch (event.kind()) {
                    case JOINED, LEFT -> member.role().toString();
                    case SIGNED_IN, SIGNED_OUT, SESSIONS_ENDED -> null;
                });
    }

    private static AuditAction action(MemberEvent.Kind kind) {
        return switch (kind) {
            case SIGNED_IN -> AuditAction.SIGNED_IN;
            case SIGNED_OUT -> AuditAction.SIGNED_OUT;
            case JOINED -> AuditAction.MEMBER_JOINED;
            case LEFT -> AuditAction.MEMBER_REMOVED;
            case SESSIONS_ENDED -> AuditAction.SESSIONS_ENDED;
        };
    }
}
