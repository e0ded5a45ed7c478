package io.muster.server.notifications.webhooks;

/// What came of sending a message.
public sealed interface SendOutcome {

    /// The receiver has it.
    ///
    /// @param text the beginning of what was answered
    record Accepted(int code, String text) implements SendOutcome {}

    /// The receiver answered something else.
    ///
    /// @param text the beginning of what was answered
    record Declined(int code, String text) implements SendOutcome {
        private static final int GONE = 410;

        /// Whether the receiver wants no message any more.
        boolean isFinal() {
            return code == GONE;
        }
    }

    /// Nobody answered.
    ///
    /// @param why and what to do, in a sentence
    record Unanswered(String why) implements SendOutcome {}
}
