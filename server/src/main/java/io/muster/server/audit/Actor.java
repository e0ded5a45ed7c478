package io.muster.server.audit;

import io.muster.server.access.Caller;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.SourceCaller;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did something, by the name they had then.
///
/// @param id of the account or API key; null for the operator of the installation
public record Actor(Kind kind, @Nullable UUID id, String name) {
    public static final Actor OPERATOR = new Actor(Kind.OPERATOR, null, "Operator");

    /// What acts.
    public enum Kind {
        MEMBER,
        KEY,
        OPERATOR;

        /// As it is stored and written in the API.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    public static Actor of(Caller caller) {
        Kind kind =
                switch (caller) {
                    case MemberCaller member -> Kind.MEMBER;
                    case KeyCaller key -> Kind.KEY;
                    case SourceCaller _ ->
                            throw new IllegalArgumentException("A source makes no requests");
                };
        return new Actor(
                kind,
                caller.id(),
                caller instanceof MemberCaller member ? called(member) : caller.displayName());
    }

    /// People choose their names; by their email they are told apart.
    static String called(MemberCaller member) {
        return member.displayName() + " (" + member.email() + ")";
    }
}
