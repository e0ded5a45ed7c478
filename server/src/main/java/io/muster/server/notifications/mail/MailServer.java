package io.muster.server.notifications.mail;

import io.muster.server.platform.MusterProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// The mail server, if the operator has named one.
@Component
public class MailServer {
    private final ObjectProvider<JavaMailSender> sender;
    private final String host;
    private final String from;

    MailServer(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            MusterProperties properties) {
        this.sender = sender;
        this.host = host;
        this.from = properties.mail().from();
    }

    public boolean isConfigured() {
        return !host.isBlank();
    }

    /// A mail in two forms, of which the reader's program shows one.
    ///
    /// @param id the same for each try, so that a mail that got through twice can be told
    public record Mail(String id, String to, String subject, String text, String html) {
        @Override
        public String toString() {
            return "mail " + id;
        }
    }

    /// Hands a mail over; on return the server has accepted it.
    ///
    /// @throws MailException when it has not
    public void send(Mail mail) {
        JavaMailSender server = sender.getObject();
        server.send(message(server.createMimeMessage(), mail));
    }

    private MimeMessage message(MimeMessage message, Mail mail) {
        try {
            var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(mail.to());
            parts.setSubject(mail.subject());
            parts.setText(mail.text(), mail.html());
            message.setHeader("Message-ID", "<" + mail.id() + "@muster>");
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }
}
