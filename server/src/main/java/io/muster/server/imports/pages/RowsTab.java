package io.muster.server.imports.pages;

/// A result with the number of its rows.
public record RowsTab(String label, long count, String path, boolean current) {}
