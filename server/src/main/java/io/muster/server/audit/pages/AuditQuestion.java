package io.muster.server.audit.pages;

import io.muster.server.audit.AuditAction;
import io.muster.server.audit.AuditFilter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/// What a person asks of the trail, as it stands in the address: blank asks for all.
///
/// @param from the first day, in UTC
/// @param to the last day
public record AuditQuestion(String actor, String action, String subject, String from, String to) {
    static final String PATH = "/audit";
    private static final int LAST_YEAR = 9999;

    /// What cannot be read asks for all, too.
    AuditFilter filter() {
        LocalDate last = day(to);
        return new AuditFilter(
                text(actor),
                AuditAction.find(action).orElse(null),
                text(subject),
                start(day(from)),
                last == null ? null : start(last.plusDays(1)));
    }

    public boolean isNarrowed() {
        return !(actor + action + subject + from + to).isBlank();
    }

    AuditQuestion about(String newSubject) {
        return new AuditQuestion("", "", newSubject, "", "");
    }

    AuditQuestion by(String newActor) {
        return new AuditQuestion(newActor, "", "", "", "");
    }

    String address() {
        return address(PATH, Map.of());
    }

    String address(String before) {
        return address(PATH, Map.of("before", before));
    }

    /// The same lines as a file.
    String download() {
        AuditFilter filter = filter();
        var parts = new LinkedHashMap<String, String>();
        parts.put("actor", actor);
        parts.put("action", action);
        parts.put("subject", subject);
        parts.put("from", moment(filter.from()));
        parts.put("to", moment(filter.to()));
        return join("/audit.csv", parts);
    }

    private String address(String path, Map<String, String> more) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("actor", actor);
        parts.put("action", action);
        parts.put("subject", subject);
        parts.put("from", from);
        parts.put("to", to);
        parts.putAll(more);
        return join(path, parts);
    }

    private static String join(String path, Map<String, String> parts) {
        String query =
                parts.entrySet().stream()
                        .filter(part -> !part.getValue().isBlank())
                        .map(part ->
                                part.getKey()
                                        + "="
                                        + UriUtils.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    private static @Nullable String text(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = text.isBlank() ? null : LocalDate.parse(text.strip());
            return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
