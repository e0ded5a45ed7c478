package io.muster.server.platform.pages;

/// A page above the one shown.
public record Crumb(String path, String label) {}
