package io.muster.server.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.muster.server.ServerTest;
import io.muster.server.access.MemberCaller;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// An installation with a real mail server, which all such tests share.
@ServerTest
public abstract class MailTest {
    private static GreenMail server = started(ServerSetup.SMTP.dynamicPort());

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", MailTest::port);
        properties.add("muster.mail.from", () -> "muster@example.com");
        properties.add("muster.base-url", () -> "https://muster.example/");
    }

    protected static List<MimeMessage> mailsTo(MemberCaller member) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + member.email()))
                .toList();
    }

    /// Does something while the mail server cannot be reached.
    protected static <T> T whileAway(Supplier<T> work) {
        int port = port();
        server.stop();
        try {
            return work.get();
        } finally {
            server = started(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        }
    }

    /// The n-th leaf of a mail: its text, then its HTML.
    protected static String part(MimeMessage mail, int index) throws Exception {
        Object inner = mail.getContent();
        while (inner instanceof Multipart parts) {
            BodyPart part = parts.getBodyPart(Math.min(index, parts.getCount() - 1));
            inner = part.getContent();
        }
        return inner.toString().replace("\r\n", "\n");
    }

    private static GreenMail started(ServerSetup setup) {
        var mail = new GreenMail(setup);
        mail.start();
        return mail;
    }

    private static int port() {
        return server.getSmtp().getPort();
    }
}
