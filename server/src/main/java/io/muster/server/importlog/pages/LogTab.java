package io.muster.server.importlog.pages;

/// A result with the number of its rows.
public record LogTab(String label, long count, String path, boolean current) {}
