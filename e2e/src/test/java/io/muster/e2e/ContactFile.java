package io.muster.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Files as people bring them.
record ContactFile(String name, byte[] content) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String[] FIRST = {"Zoë", "Jürgen", "Chloé", "Søren", "José", "Ada"};
    private static final String[] LAST = {"Müller", "García", "Dubois", "Ørsted", "Lund", "O'Neil"};

    FilePayload payload() {
        return new FilePayload(name, "text/csv", content);
    }

    static ContactFile of(String name, String text) {
        return new ContactFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// As a German Excel saves them: semicolons, its own encoding, several ways to write a phone
    /// number, and the usual mess. Of each hundred rows, three fail, two are skipped and one
    /// repeats another.
    static ContactFile messy(String name, int rows) {
        var text =
                new StringBuilder(
                        "Customer No;First Name;Last Name;Phone;Work Phone;E-mail;Company;Tags;Plan\r\n");
        for (int i = 0; i < rows; i++) {
            int id = i % 100 == 60 ? i - 1 : i;
            String row =
                    switch (i % 100) {
                        case 10 -> row(id, "n/a", mail(id));
                        case 20 -> row(id, "2.12556E+9", mail(id));
                        case 30 -> row(id, phone(id), "not an address");
                        case 40 -> row(id, "", mail(id));
                        case 50 -> ";;;;;;;;";
                        default -> row(id, phone(id), mail(id));
                    };
            text.append(row).append("\r\n");
        }
        return new ContactFile(name, text.toString().getBytes(WINDOWS));
    }

    /// The same with one text for another.
    ContactFile replacing(String text, String by) {
        return new ContactFile(
                name, new String(content, WINDOWS).replace(text, by).getBytes(WINDOWS));
    }

    private static String row(int id, String phone, String mail) {
        return String.join(
                ";",
                "C-" + id,
                FIRST[id % FIRST.length],
                LAST[id / FIRST.length % LAST.length],
                phone,
                id % 4 == 0 ? phone(id) : "",
                mail,
                id % 3 == 0 ? "\"Fern & Oak; Studio\"" : "Lakeside",
                id % 5 == 0 ? "vip,news" : "",
                id % 2 == 0 ? "Basic" : "Plus");
    }

    private static String phone(int id) {
        String area = new String[] {"512", "617", "503", "303"}[id % 4];
        int exchange = 200 + id / 10_000;
        int line = id % 10_000;
        return (id % 2 == 0 ? "(%s) %03d-%04d" : "+1 %s %03d %04d").formatted(area, exchange, line);
    }

    private static String mail(int id) {
        return "person" + id + "@example.org";
    }

    /// Text that would run somewhere if it were not taken for text.
    static ContactFile naughty() {
        String image = "<img src=x onerror=window.naughty=1>";
        String script = "\"\"><script>window.naughty=1</script>";
        return of(
                image.replace('/', '-') + ".csv",
                "Name %1$s,Phone,\"Tags%2$s\",Company,\"{{constructor}}'%1$s\"\n"
                                .formatted(image, script)
                        + "%1$s,5125550101,\"%2$s\",javascript:window.naughty=1,%1$s\n"
                                .formatted(image, script)
                        + "\"%2$s\",%1$s,%1$s,\"%2$s\",\"%2$s\"\n".formatted(image, script));
    }
}
