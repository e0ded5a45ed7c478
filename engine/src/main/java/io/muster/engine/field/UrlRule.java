package io.muster.engine.field;

import com.ibm.icu.text.IDNA;
import io.muster.engine.outcome.Code;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a web page. Scheme and host come in lower case and `www.` gets a scheme; the rest
/// stays as it is, since only its server knows what means the same.
record UrlRule(int maxLength) implements CellRule {

    /// Without a user: `https://bank.example@evil.example` is meant to mislead.
    private static final Pattern URL =
            Pattern.compile(
                    "(?<scheme>https?)://(?<host>[^\\s/?#@:\\[\\]\\\\]+)(?::(?<port>\\d{1,5}))?"
                            + "(?<rest>(?:[/?#][^\\s<>\"\\\\]*)?)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST =
            Pattern.compile(
                    "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+"
                            + "(?:[a-z](?:[a-z0-9-]{0,61}[a-z0-9])|(?:25[0-5]|2[0-4]\\d|1?\\d?\\d))\\.?");

    private static final int MAX_PORT = 65_535;

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    @Override
    public Cell read(String text) {
        String url = Invisible.strip(text);
        if (TextRule.exceeds(url, maxLength)) {
            return new Cell.Invalid(Code.TOO_LONG);
        }
        if (url.regionMatches(true, 0, "www.", 0, 4)) {
            url = "https://" + url;
        }
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return new Cell.Invalid(Code.INVALID_URL);
        }
        String host = parts.group("host").toLowerCase(Locale.ROOT);
        String port = parts.group("port");
        boolean wrongPort =
                port != null && (port.startsWith("0") || Integer.parseInt(port) > MAX_PORT);
        if (wrongPort || !isHost(host)) {
            return new Cell.Invalid(Code.INVALID_URL);
        }
        return new Cell.Valid(
                parts.group("scheme").toLowerCase(Locale.ROOT)
                        + "://"
                        + host
                        + (port == null ? "" : ":" + port)
                        + parts.group("rest"));
    }

    private static boolean isHost(String host) {
        var info = new IDNA.Info();
        String ascii = NAMES.nameToASCII(host, new StringBuilder(), info).toString();
        return !info.hasErrors() && HOST.matcher(ascii).matches();
    }
}
