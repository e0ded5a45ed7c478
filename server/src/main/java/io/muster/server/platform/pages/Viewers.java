package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Tells who looks at a page, and where else they may go. Whoever signs people in provides it.
public interface Viewers {

    /// The person behind a request; empty when nobody is signed in.
    Optional<Viewer> of(HttpServletRequest request);

    /// Whether the person behind the request may open a page, so that no link leads to a closed
    /// door.
    boolean mayOpen(String path);
}
