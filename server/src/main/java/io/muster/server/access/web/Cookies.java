package io.muster.server.access.web;

import java.net.URI;

/// How our cookies are named and sent.
///
/// Over https they carry the `__Host-` prefix, which a browser accepts only from this very host and
/// only with Secure. Over plain http, as on a laptop, browsers refuse such names, so they are bare.
record Cookies(Transport transport) {

    enum Transport {
        HTTPS,
        HTTP
    }

    static Cookies of(URI baseUrl) {
        return new Cookies(
                "https".equalsIgnoreCase(baseUrl.getScheme()) ? Transport.HTTPS : Transport.HTTP);
    }

    boolean secure() {
        return transport == Transport.HTTPS;
    }

    String name(String bare) {
        return secure() ? "__Host-" + bare : bare;
    }
}
