package io.muster.server.platform.pages;

import java.util.OptionalLong;

/// Tells how much news there is for whoever looks at a page. Whoever keeps news provides it.
@FunctionalInterface
public interface Bell {

    /// How many notices are unread; empty for whoever has none to read.
    OptionalLong unread();
}
