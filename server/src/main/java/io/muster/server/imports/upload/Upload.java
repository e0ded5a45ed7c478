package io.muster.server.imports.upload;

import io.muster.server.files.StoredFile;
import java.util.Map;

/// A form with a file that has arrived whole.
///
/// @param name as the file's owner called it, without folders
/// @param fields what else was sent of the fields named here; others are passed over
public record Upload(StoredFile file, String name, Map<String, String> fields) {
    public static final String OPTIONS = "options";
    public static final String FORMAT = "format";
}
