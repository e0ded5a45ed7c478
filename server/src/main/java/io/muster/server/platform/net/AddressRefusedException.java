package io.muster.server.platform.net;

import java.net.UnknownHostException;

/// A host leads to an address that the server must not connect to for a tenant. To libraries it is
/// a host that cannot be reached.
public final class AddressRefusedException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    AddressRefusedException(String message) {
        super(message);
    }
}
