package io.muster.server.imports;

/// The file of an import as it was uploaded.
///
/// @param id where the file store keeps it
/// @param name as its owner called it
/// @param size in bytes
/// @param sha256 in hexadecimal
public record ImportedFile(String id, String name, long size, String sha256) {}
