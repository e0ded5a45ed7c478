package io.muster.server.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Tells who looks at a page. Whoever signs people in provides it.
@FunctionalInterface
public interface Viewers {

    /// The person behind a request; empty when nobody is signed in.
    Optional<Viewer> of(HttpServletRequest request);
}
