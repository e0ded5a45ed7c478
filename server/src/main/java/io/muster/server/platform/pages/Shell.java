package io.muster.server.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that the frame around a page needs. Each view gets one as the parameter `shell`.
///
/// @param viewer who is signed in, null when nobody is
/// @param path the path of the request, without its query
/// @param address path and query, to come back to
/// @param bell asked only where it shows
public record Shell(
        @Nullable Viewer viewer,
        String path,
        String address,
        Theme theme,
        Csrf csrf,
        List<NavItem> nav,
        Bell bell,
        Assets assets) {

    public boolean isCurrent(NavItem item) {
        return item.covers(path);
    }
}
