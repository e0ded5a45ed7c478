package io.muster.server.files;

/// A file that is safely kept: its id in the store, its size in bytes and its SHA-256 in lower-case
/// hex.
public record StoredFile(String id, long size, String sha256) {}
