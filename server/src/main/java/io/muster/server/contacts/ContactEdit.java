package io.muster.server.contacts;

import java.time.Instant;
import java.util.List;

/// A change of a contact by hand or by a program, besides imports.
///
/// @param fields that changed, by their names in filters; none when it was about the contact as
///   such
/// @param by who changed them, and perhaps how, for people
public record ContactEdit(Instant at, List<String> fields, String by) {
    public ContactEdit {
        fields = List.copyOf(fields);
    }
}
