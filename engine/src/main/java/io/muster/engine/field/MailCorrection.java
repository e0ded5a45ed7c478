package io.muster.engine.field;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/// Repairs mail addresses: a slip in the name of a large provider, a comma for a dot, a second at
/// sign, a top-level domain that is none.
final class MailCorrection implements Correction {
    static final Correction INSTANCE = new MailCorrection();

    /// Names of this length or more are told apart from others well enough to forgive two slips.
    private static final int LONG_NAME = 7;

    private static final int SHORTEST_NAME = 5;

    private static final DamerauLevenshteinDistance ONE = new DamerauLevenshteinDistance(1);
    private static final DamerauLevenshteinDistance TWO = new DamerauLevenshteinDistance(2);

    private static final Map<String, String> ENDINGS =
            Map.of(
                    "con", "com", "cmo", "com", "ocm", "com", "comm", "com", "vom", "com", "xom",
                    "com", "nte", "net", "ent", "net", "ogr", "org", "orgg", "org");

    private final Set<String> domains = new HashSet<>();

    /// The domain that a name without its ending means.
    private final Map<String, String> byName = new HashMap<>();

    private MailCorrection() {
        for (WordList.Line line : WordList.read(MailCorrection.class, "mail-domains.txt")) {
            for (String domain : line.words()) {
                domains.add(domain);
                byName.putIfAbsent(name(domain), domain);
            }
        }
    }

    @Override
    public Optional<String> of(String text) {
        String address = punctuated(text.toLowerCase(Locale.ROOT));
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return Optional.empty();
        }
        String corrected = address.substring(0, at + 1) + domain(address.substring(at + 1));
        return corrected.equalsIgnoreCase(text) || !isAddress(corrected)
                ? Optional.empty()
                : Optional.of(corrected);
    }

    private static boolean isAddress(String text) {
        return new EmailRule(StandardField.EMAIL.maxLength()).read(text) instanceof Cell.Valid;
    }

    private static String punctuated(String text) {
        return text.replaceAll("\\s+", "")
                .replaceAll("[(\\[{]at[)\\]}]", "@")
                .replaceAll("[(\\[{](dot|punkt)[)\\]}]", ".")
                .replaceAll("@+", "@")
                .replaceAll("[,;]", ".")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("\\.?@\\.?", "@")
                .replaceAll("[.>\"']+$", "")
                .replaceAll("^[.<\"']+", "");
    }

    private String domain(String written) {
        if (domains.contains(written)) {
            return written;
        }
        int dot = written.lastIndexOf('.');
        if (dot < 0) {
            return byName.getOrDefault(name(byName.keySet(), written), provider(written));
        }
        String ending = written.substring(dot + 1);
        String repaired = written.substring(0, dot + 1) + ENDINGS.getOrDefault(ending, ending);
        return domains.contains(repaired) ? repaired : provider(repaired);
    }

    /// The provider that is meant, or the domain itself when it is near to none or to several.
    private String provider(String domain) {
        Set<String> near = new HashSet<>();
        for (String known : domains) {
            int length = name(known).length();
            if (length >= SHORTEST_NAME
                    && (length < LONG_NAME ? ONE : TWO).apply(domain, known) >= 0) {
                near.add(known);
            }
        }
        return near.size() == 1 ? List.copyOf(near).getFirst() : closest(domain, near);
    }

    private static String closest(String domain, Set<String> near) {
        List<String> adjacent =
                near.stream().filter(known -> ONE.apply(domain, known) >= 0).toList();
        return adjacent.size() == 1 ? adjacent.getFirst() : domain;
    }

    /// The one name that is a slip away, or the text itself.
    private static String name(Set<String> names, String written) {
        List<String> near =
                names.stream()
                        .filter(name ->
                                name.equals(written)
                                        || name.length() >= SHORTEST_NAME
                                                && ONE.apply(written, name) >= 0)
                        .toList();
        return near.size() == 1 ? near.getFirst() : written;
    }

    private static String name(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }
}
