package io.muster.server.access;

/// Published within the transaction that gives somebody a right, or takes it.
///
/// @param what such as `viewer → admin`, or scopes
public record GrantEvent(String what) {}
