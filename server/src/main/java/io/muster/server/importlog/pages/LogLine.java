package io.muster.server.importlog.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.outcome.Info;
import io.muster.server.importlog.LogEntry;
import io.muster.server.importlog.LogReason;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.ResultBadge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of the log as the page lists it.
///
/// @param origin where it came from, for people
/// @param originPath where to read more of that; null for nowhere
public record LogLine(
        LogEntry entry,
        Badge result,
        String action,
        List<Remark> remarks,
        String matchedOn,
        String origin,
        @Nullable String originPath,
        String path) {

    /// What was said about the row.
    ///
    /// @param field as people call it, empty when the whole row is meant
    public record Remark(String field, String message, String words, String code) {}

    static LogLine of(LogEntry entry, LogFields fields) {
        return new LogLine(
                entry,
                ResultBadge.of(entry.result()),
                t("log.action." + entry.action()),
                entry.info().stream().map(info -> remark(info, fields)).toList(),
                entry.matchedOn() == null ? "" : fields.of(entry.matchedOn()),
                origin(entry),
                entry.importId() == null ? null : "/imports/" + entry.importId(),
                "/import-log/" + entry.place().delivery() + "/" + entry.row());
    }

    public String title() {
        for (String text :
                new @Nullable String[] {
                    entry.name(), entry.email(), entry.phone(), entry.externalId()
                }) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return t("log.nobody");
    }

    public String sourceName() {
        return source(entry.source());
    }

    static String source(String source) {
        return switch (source) {
            case "file" -> t("log.source.file");
            case "campaign" -> t("log.source.campaign");
            case "api" -> t("log.source.api");
            default -> source;
        };
    }

    private static String origin(LogEntry entry) {
        return entry.fileName() == null
                ? t("log.pushed", entry.row())
                : t("log.of_file", entry.fileName(), entry.row());
    }

    private static Remark remark(Info info, LogFields fields) {
        return new Remark(
                fields.place(info.field()),
                info.message(),
                new LogReason(info.code(), info.field()).words(),
                info.code().name());
    }
}
