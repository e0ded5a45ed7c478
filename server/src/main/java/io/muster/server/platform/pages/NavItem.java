package io.muster.server.platform.pages;

/// An entry of the main navigation. Each feature declares its own as a bean; `@Order` sorts them.
///
/// @param path where it leads; the entry is current for everything below
/// @param icon a name in the icon set
/// @param label the key of its text
public record NavItem(String path, String icon, String label) {

    boolean covers(String requested) {
        return requested.equals(path) || requested.startsWith(path + "/");
    }
}
