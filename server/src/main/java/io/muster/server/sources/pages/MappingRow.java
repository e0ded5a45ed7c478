package io.muster.server.sources.pages;

/// Where a part of an object goes, as the form shows it.
///
/// @param pointer to the part, empty for a row to be filled in
public record MappingRow(String pointer, String target) {}
