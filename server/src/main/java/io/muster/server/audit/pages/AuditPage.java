package io.muster.server.audit.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.audit.AuditAction;
import io.muster.server.audit.AuditEntry;
import io.muster.server.audit.AuditEntry.Place;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.Pager;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the page of the trail shows.
public record AuditPage(AuditQuestion question, List<AuditLine> lines, Pager pager) {
    static final int LIMIT = 50;

    /// @param found one more than fits, if there are more
    /// @param after where the page begins, null at the newest
    static AuditPage of(AuditQuestion question, List<AuditEntry> found, @Nullable Place after) {
        List<AuditEntry> shown = found.subList(0, Math.min(found.size(), LIMIT));
        return new AuditPage(
                question,
                shown.stream().map(entry -> AuditLine.of(entry, question)).toList(),
                new Pager(
                        after == null ? null : question.address(),
                        found.size() > LIMIT
                                ? question.address(text(shown.getLast().place()))
                                : null));
    }

    public String download() {
        return question.download();
    }

    /// All actions, under what they are done to.
    public List<Choice> actions() {
        return Stream.concat(
                        Stream.of(new Choice("", t("audit.action.all"))),
                        Arrays.stream(AuditAction.values())
                                .map(action ->
                                        new Choice(
                                                action.toString(),
                                                t("audit.action." + action),
                                                t("audit.subject." + action.subject()))))
                .toList();
    }

    private static String text(Place place) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, place.at()) + "." + place.id();
    }

    /// A place that cannot be read is none: the page begins at the newest.
    static @Nullable Place place(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? null
                    : new Place(
                            Instant.EPOCH.plus(
                                    Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
                            UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }
}
