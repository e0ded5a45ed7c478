package io.muster.server.importlog.pages;

import io.muster.server.importlog.LogRange;
import io.muster.server.importlog.LogReason;
import io.muster.server.importlog.LogResult;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the address of the page asks for. Whatever cannot be read asks for everything of its kind.
///
/// @param from as a form writes it, `2026-03-14T09:00`; blank for none; so is `to`
/// @param zone in which the two are meant; blank for UTC
/// @param result blank for all
/// @param source blank for all
/// @param reason blank for all
/// @param q blank for all
public record LogQuestion(
        Preset preset,
        String from,
        String to,
        String zone,
        String result,
        String source,
        String reason,
        String q) {

    static LogQuestion of(
            String range,
            String from,
            String to,
            String zone,
            String result,
            String source,
            String reason,
            String q) {
        Preset preset =
                Preset.of(range)
                        .orElse(from.isBlank() && to.isBlank() ? Preset.MINUTES_15 : Preset.CUSTOM);
        return new LogQuestion(preset, from, to, zone, result, source, reason, q);
    }

    LogRange range(Instant now) {
        if (preset == Preset.CUSTOM) {
            return new LogRange(moment(from, Instant.MIN), moment(to, Instant.MAX));
        }
        Duration length = preset.length();
        return LogRange.since(length == null ? Instant.MIN : now.minus(length));
    }

    @Nullable LogResult wantedResult() {
        return LogResult.of(result).orElse(null);
    }

    @Nullable LogReason wantedReason() {
        return LogReason.of(reason).orElse(null);
    }

    @Nullable String wantedSource() {
        return source.isBlank() ? null : source;
    }

    LogQuestion withResult(@Nullable LogResult other) {
        return new LogQuestion(
                preset, from, to, zone, other == null ? "" : other.text(), source, reason, q);
    }

    LogQuestion withReason(@Nullable LogReason other) {
        return new LogQuestion(
                preset, from, to, zone, result, source, other == null ? "" : other.text(), q);
    }

    LogQuestion with(Preset other) {
        return new LogQuestion(other, "", "", "", result, source, reason, q);
    }

    /// The page that shows it.
    public String address() {
        return builder("/import-log").encode().build().toUriString();
    }

    /// The page that begins behind a place.
    String address(String before) {
        return builder("/import-log").queryParam("before", before).encode().build().toUriString();
    }

    /// How much has come since a page was made.
    ///
    /// @param since where its range began
    /// @param seen how many rows it had found
    String news(Instant since, long seen) {
        return new LogQuestion(
                        Preset.CUSTOM,
                        since.equals(Instant.MIN) ? "" : since.toString(),
                        "",
                        "",
                        result,
                        source,
                        reason,
                        q)
                .builder("/import-log/news")
                .queryParam("seen", seen)
                .encode()
                .build()
                .toUriString();
    }

    /// The same as a file.
    String download(LogRange range) {
        var address = UriComponentsBuilder.fromPath("/import-log.csv");
        address.queryParam(
                "from", range.from().equals(Instant.MIN) ? "0001-01-01T00:00:00Z" : range.from());
        if (!range.isOpen()) {
            address.queryParam("to", range.to());
        }
        add(address, "result", result);
        add(address, "source", source);
        add(address, "reason", reason);
        add(address, "q", q);
        return address.encode().build().toUriString();
    }

    private UriComponentsBuilder builder(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (preset != Preset.MINUTES_15) {
            address.queryParam("range", preset.text());
        }
        add(address, "from", from);
        add(address, "to", to);
        add(address, "zone", zone);
        add(address, "result", result);
        add(address, "source", source);
        add(address, "reason", reason);
        add(address, "q", q);
        return address;
    }

    /// A template's braces would be filled; so they go in as a variable's value.
    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    private Instant moment(String text, Instant fallback) {
        if (text.isBlank()) {
            return fallback;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zoneId()).toInstant();
        } catch (DateTimeException e) {
            return fallback;
        }
    }

    private ZoneId zoneId() {
        try {
            return zone.isBlank() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
