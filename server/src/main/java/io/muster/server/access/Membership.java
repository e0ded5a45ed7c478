package io.muster.server.access;

import java.time.Instant;

/// A member, and since when.
public record Membership(MemberCaller member, Instant since) {}
