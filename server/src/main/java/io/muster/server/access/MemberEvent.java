package io.muster.server.access;

/// Published when a member comes, goes or joins; within the transaction that makes it so, if there
/// is one.
public record MemberEvent(MemberCaller member, Kind kind) {

    /// What has happened.
    public enum Kind {
        SIGNED_IN,
        SIGNED_OUT,
        JOINED,
        /// Their account, which was made before its email was known to be theirs, is a member no
        /// more.
        LEFT,
        /// Some or all of their sessions, by themselves.
        SESSIONS_ENDED
    }
}
