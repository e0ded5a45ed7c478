package io.muster.server.platform.pages;

import org.jspecify.annotations.Nullable;

/// Where the neighbouring pages of a list are. There are no page numbers: lists grow while they are
/// read.
///
/// @param newer the address of the newer page, null at the newest
/// @param older the address of the older page, null at the oldest
public record Pager(@Nullable String newer, @Nullable String older) {

    public boolean isNeeded() {
        return newer != null || older != null;
    }
}
