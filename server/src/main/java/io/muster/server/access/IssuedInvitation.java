package io.muster.server.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A new invitation and the link that opens it, which is nowhere else.
///
/// @param link null once it was mailed: then it proves the email of whoever comes with it
/// @param delivery what became of the mail with the link
public record IssuedInvitation(Invitation invitation, @Nullable URI link, Delivery delivery) {

    /// Whether the invited person has got the link.
    public enum Delivery {
        /// The mail server has taken it.
        MAILED,
        /// There is no mail server: whoever invites passes the link on.
        NO_MAIL_SERVER,
        /// The mail server did not take it.
        REFUSED
    }

    @Override
    public String toString() {
        return "the link of " + invitation.id();
    }
}
