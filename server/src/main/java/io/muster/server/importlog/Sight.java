package io.muster.server.importlog;

import io.muster.server.access.Caller;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.Role;
import io.muster.server.access.Scope;
import io.muster.server.access.SourceCaller;

/// How much of people's values somebody sees in the log.
public enum Sight {
    WHOLE,
    /// That there is a value, and enough of it to tell it from the next.
    MASKED;

    /// Viewers follow what comes in, not who; a key sees contacts or it does not.
    public static Sight of(Caller caller) {
        return switch (caller) {
            case MemberCaller member -> member.role() == Role.VIEWER ? MASKED : WHOLE;
            case SourceCaller _ -> MASKED;
            case KeyCaller key -> key.may(Scope.CONTACTS_READ) ? WHOLE : MASKED;
        };
    }
}
