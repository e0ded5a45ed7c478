package io.muster.server.platform.postgres;

/// What a committed transaction of the embedded server survives.
public enum Durability {
    /// The loss of power.
    SURVIVES_POWER_LOSS("on"),
    /// The kill of any process, but not of the machine. For tests only.
    SURVIVES_KILL("off");

    private final String fsync;

    Durability(String fsync) {
        this.fsync = fsync;
    }

    String fsync() {
        return fsync;
    }
}
