package io.muster.server.exports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Sight;
import io.muster.server.exports.Export;
import io.muster.server.exports.ExportFormat;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.pages.Pager;
import io.muster.server.platform.pages.Sizes;
import io.muster.server.platform.pages.Tone;
import io.muster.server.segments.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the history of exports shows.
///
/// @param address of this very part of the list, to ask for it again
/// @param form what a new export is made from; empty where the viewer may not
/// @param sight what the viewer sees of people's values; files are for those who see them in full
/// @param filter chosen elsewhere, null for none
/// @param done what was just done, null for nothing
public record ExportsPage(
        List<Line> lines,
        Pager pager,
        String address,
        List<FormField> form,
        Sight sight,
        @Nullable Chosen filter,
        @Nullable String done) {
    static final int LIMIT = 25;
    private static final String PATH = "/exports";

    /// A filter that was built elsewhere.
    ///
    /// @param controls with their values, as its form would send them
    public record Chosen(Map<String, String> controls, String words) {}

    /// One export in the list.
    public record Line(Export export) {
        public String path() {
            return PATH + "/" + export.id();
        }

        public boolean hasFile() {
            return switch (export.status()) {
                case COMPLETED -> true;
                case QUEUED, PROCESSING, FAILED, EXPIRED -> false;
            };
        }

        public boolean isWithdrawable() {
            return switch (export.status()) {
                case QUEUED, PROCESSING, COMPLETED -> true;
                case FAILED, EXPIRED -> false;
            };
        }

        public String who() {
            return export.segmentName() != null
                    ? t("export.who.segment", export.segmentName())
                    : t(export.filter() == null ? "export.who.all" : "export.who.filter");
        }

        public String size() {
            return export.fileSize() == null ? "" : Sizes.of(export.fileSize());
        }

        public Badge badge() {
            String word = t("export.status." + export.status().text());
            return switch (export.status()) {
                case QUEUED -> new Badge(Tone.BUSY, "clock", word);
                case PROCESSING -> new Badge(Tone.BUSY, "loader-2", word);
                case COMPLETED -> new Badge(Tone.OK, word);
                case FAILED -> new Badge(Tone.BAD, word);
                case EXPIRED -> new Badge(Tone.PLAIN, "clock-off", word);
            };
        }
    }

    /// @param found one more than fits, if there are more
    /// @param mayExport whether the viewer may begin exports
    /// @param segment chosen already, empty for all contacts
    static ExportsPage of(
            List<Export> found,
            @Nullable UUID before,
            List<Segments.Named> segments,
            boolean mayExport,
            String segment,
            Sight sight,
            @Nullable Chosen filter,
            @Nullable String done) {
        boolean more = found.size() > LIMIT;
        List<Export> shown = more ? found.subList(0, LIMIT) : found;
        return new ExportsPage(
                shown.stream().map(Line::new).toList(),
                new Pager(
                        before == null ? null : PATH, more ? address(shown.getLast().id()) : null),
                before == null ? PATH : address(before),
                mayExport ? form(segments, segment, filter) : List.of(),
                sight,
                filter,
                done);
    }

    /// Whether anything on the page still changes by itself.
    public boolean isLive() {
        return lines.stream().anyMatch(line -> line.export().status().isActive());
    }

    /// What a screen reader is told.
    public String announcement() {
        return lines.isEmpty()
                ? ""
                : t(
                        "export.announce",
                        lines.getFirst().export().fileName(),
                        lines.getFirst().badge().word());
    }

    private static List<FormField> form(
            List<Segments.Named> segments, String segment, @Nullable Chosen filter) {
        List<Choice> who = new ArrayList<>();
        who.add(new Choice("", t("export.who.all")));
        segments.forEach(
                one -> who.add(new Choice(one.id().toString(), one.name(), t("segments.title"))));
        FormField as =
                FormField.select(
                                "format",
                                t("export.format"),
                                Stream.of(ExportFormat.values())
                                        .map(format ->
                                                new Choice(
                                                        format.text(),
                                                        t("export.format." + format.text())))
                                        .toList())
                        .withHint(t("export.format.hint"));
        return filter == null
                ? List.of(FormField.select("segment", t("export.who"), who).withValue(segment), as)
                : List.of(as);
    }

    private static String address(UUID before) {
        return PATH + "?before=" + before;
    }
}
