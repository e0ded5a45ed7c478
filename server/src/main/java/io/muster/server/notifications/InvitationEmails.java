package io.muster.server.notifications;

import static io.muster.server.platform.pages.Texts.t;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.muster.server.access.InvitationMail;
import io.muster.server.access.IssuedInvitation.Delivery;
import io.muster.server.notifications.mail.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// Mails people the link that lets them in, while whoever invites waits: the link is kept nowhere,
/// so there is nothing to try again with later, and only the one who waits can pass it on.
@Component
class InvitationEmails implements InvitationMail {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationEmails.class);

    private final MailServer mail;
    private final TemplateEngine templates;

    InvitationEmails(MailServer mail, TemplateEngine templates) {
        this.mail = mail;
        this.templates = templates;
    }

    @Override
    public Delivery send(Letter letter) {
        if (!mail.isConfigured()) {
            return Delivery.NO_MAIL_SERVER;
        }
        try {
            mail.send(
                    new MailServer.Mail(
                            "invitation-" + letter.invitation().id(),
                            letter.invitation().email(),
                            t("email.invitation.subject", letter.tenant()),
                            render("notifications/invitation_text.jte", letter),
                            render("notifications/invitation.jte", letter)));
            return Delivery.MAILED;
        } catch (MailException e) {
            LOG.warn("The mail server did not take invitation {}", letter.invitation().id(), e);
            return Delivery.REFUSED;
        }
    }

    private String render(String template, Letter letter) {
        var output = new StringOutput();
        templates.render(template, letter, output);
        return output.toString();
    }
}
