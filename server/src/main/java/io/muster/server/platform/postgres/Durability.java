package io.muster.server.platform.postgres;

/// What the embedded server promises of a committed transaction.
public enum Durability {
    /// It survives the loss of power.
    FULL("on"),
    /// It may be lost with the machine. For tests only.
    NONE("off");

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
