package io.muster.server.campaigns;

/// What is to be known of a campaign's members at one moment.
///
/// @param members how many there are
/// @param zoneless those of them without a time zone
/// @param suppressed those of them who stand on the suppression list and are not flagged
public record MemberFigures(long members, long zoneless, long suppressed) {}
