package io.muster.server.contacts;

/// Which lists of people a tenant has at all. Most have none, and rows need not be compared with
/// them.
///
/// @param merged of contacts that were merged into others
/// @param erased of people who were erased
/// @param suppressed of people who must not be contacted
public record Lists(boolean merged, boolean erased, boolean suppressed) {}
