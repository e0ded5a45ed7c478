package io.muster.server.access;

import java.net.URI;

/// Sends people the link that lets them in. Whoever sends mail provides it.
public interface InvitationMail {

    /// What is to be sent.
    ///
    /// @param tenant its name
    record Letter(Invitation invitation, String tenant, URI link) {
        @Override
        public String toString() {
            return "the letter to " + invitation.id();
        }
    }

    /// Hands the letter to the mail server, and waits for its answer.
    IssuedInvitation.Delivery send(Letter letter);
}
