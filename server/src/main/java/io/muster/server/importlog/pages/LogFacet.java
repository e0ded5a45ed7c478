package io.muster.server.importlog.pages;

/// A reason with the number of its rows.
///
/// @param field as people call it, empty when whole rows are meant
/// @param path of the rows that have it, or of all where these are shown
public record LogFacet(String words, String field, long count, String path, boolean current) {}
