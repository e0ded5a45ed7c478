package io.muster.server.platform;

import org.jspecify.annotations.Nullable;

/// The server cannot start as things are; says what is wrong and what the operator can do.
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String action;

    public StartRefusedException(String problem, String action) {
        this(problem, action, null);
    }

    public StartRefusedException(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
