package io.muster.server.platform.pages;

/// Who looks at the page.
///
/// @param name the person's name
/// @param tenant the name of the tenant they work in
public record Viewer(String name, String tenant) {

    /// The first letter of the name, for the round sign beside it.
    public String initial() {
        return name.isEmpty()
                ? "?"
                : new String(Character.toChars(Character.toUpperCase(name.codePointAt(0))));
    }
}
