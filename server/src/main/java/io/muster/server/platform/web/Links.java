package io.muster.server.platform.web;

import io.muster.server.platform.MusterProperties;
import java.net.URI;
import org.springframework.stereotype.Component;

/// Addresses of pages, for those who read them elsewhere.
@Component
public class Links {
    private final String base;

    Links(MusterProperties properties) {
        this.base = properties.baseUrl().toString().replaceFirst("/*$", "");
    }

    /// @param path of a page, with its slash
    public URI to(String path) {
        return URI.create(base + path);
    }
}
