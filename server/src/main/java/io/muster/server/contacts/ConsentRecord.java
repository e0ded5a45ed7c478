package io.muster.server.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of a consent, kept as evidence.
///
/// @param id counts all records up
/// @param consent `consent_email`, `consent_sms` or `consent_call`
/// @param given false when it was withdrawn, null when it came to be unknown
/// @param origin who or what changed it
public record ConsentRecord(
        long id, String consent, @Nullable Boolean given, String origin, Instant recordedAt) {}
