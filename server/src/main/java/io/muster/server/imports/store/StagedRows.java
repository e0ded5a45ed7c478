package io.muster.server.imports.store;

import io.muster.engine.field.StandardField;
import io.muster.engine.file.SourceRow;
import io.muster.engine.mapping.MappedRow;
import io.muster.engine.mapping.Slot;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Decision;
import io.muster.engine.outcome.Outcome;
import io.muster.server.platform.BinaryCopy;
import io.muster.server.platform.Json;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The log lines of a delivery, laid out for the database.
public final class StagedRows {
    public static final String COLUMNS =
            "delivery_id, row_number, result, action, matched_on, contact_id, "
                    + "name, phone, email, external_id, info, payload, before_image";
    public static final int COUNT = 13;
    private static final int TYPICAL_ROW = 128;

    /// In characters, as an external id may have.
    private static final int LONGEST_KEY = 255;

    private StagedRows() {}

    /// @return rows in the order of [#COLUMNS], in binary COPY format
    public static byte[] of(UUID delivery, List<Decision> decisions, List<Slot> slots) {
        return of(delivery, decisions, slots, null);
    }

    /// @param payloads what came, as JSON, by the number of the row; null where it stands in a file
    /// @return rows in the order of [#COLUMNS], in binary COPY format
    public static byte[] of(
            UUID delivery,
            List<Decision> decisions,
            List<Slot> slots,
            @Nullable LongFunction<String> payloads) {
        BinaryCopy copy = new BinaryCopy(decisions.size() * TYPICAL_ROW);
        for (Decision decision : decisions) {
            row(copy, delivery, decision, slots, payloads);
        }
        return copy.done();
    }

    private static void row(
            BinaryCopy copy,
            UUID delivery,
            Decision decision,
            List<Slot> slots,
            @Nullable LongFunction<String> payloads) {
        Outcome outcome = decision.outcome();
        SourceRow source = decision.row().source();
        copy.row(COUNT)
                .uuid(delivery)
                .bigint(source.number())
                .text(outcome.result().name().toLowerCase(Locale.ROOT))
                .text(outcome.action().name().toLowerCase(Locale.ROOT));
        if (outcome instanceof Outcome.Placed placed) {
            copy.text(matchedOn(placed))
                    .uuid(placed.contactId())
                    .text(null)
                    .text(null)
                    .text(null)
                    .text(null);
        } else if (outcome.isAboutErased()) {
            copy.text(null).uuid(null).text(null).text(null).text(null).text(null);
        } else {
            copy.text(null)
                    .uuid(null)
                    .text(name(source, slots))
                    .text(key(decision.row(), source, slots, StandardField.PHONE))
                    .text(key(decision.row(), source, slots, StandardField.EMAIL))
                    .text(key(decision.row(), source, slots, StandardField.EXTERNAL_ID));
        }
        boolean remarkable = !outcome.info().isEmpty();
        copy.jsonb(remarkable ? Json.write(outcome.info()) : null);
        if (payloads != null && !outcome.isAboutErased()) {
            copy.jsonb(payloads.apply(source.number()));
        } else {
            // What a person has changed stands nowhere else.
            copy.jsonb(remarkable || source.isRewritten() ? payload(source, outcome) : null);
        }
        copy.jsonb(
                decision.change() instanceof Change.Update update
                        ? Json.write(update.before())
                        : null);
    }

    private static @Nullable String matchedOn(Outcome.Placed placed) {
        return switch (placed) {
            case Outcome.Created _ -> null;
            case Outcome.Updated updated -> updated.matchedOn();
            case Outcome.Unchanged unchanged -> unchanged.matchedOn();
        };
    }

    private static String payload(SourceRow source, Outcome outcome) {
        return Json.write(outcome.isAboutErased() ? List.of() : source.cells());
    }

    private static @Nullable String name(SourceRow source, List<Slot> slots) {
        String full = raw(source, slots, StandardField.FULL_NAME);
        if (full != null) {
            return full;
        }
        String first = raw(source, slots, StandardField.FIRST_NAME);
        String last = raw(source, slots, StandardField.LAST_NAME);
        return first == null ? last : last == null ? first : first + " " + last;
    }

    /// A text that is too long for any key is none, and would not fit into the index of the log; it
    /// stands in the payload.
    private static @Nullable String key(
            MappedRow row, SourceRow source, List<Slot> slots, StandardField field) {
        String value = value(row, source, slots, field);
        return value == null || value.length() > LONGEST_KEY ? null : value;
    }

    /// The normalised value where the row got that far, so that a search finds it in its stored
    /// form; else the raw text.
    private static @Nullable String value(
            MappedRow row, SourceRow source, List<Slot> slots, StandardField field) {
        if (row instanceof MappedRow.Candidate candidate) {
            int slot = Slot.indexOf(slots, field);
            return slot >= 0 && candidate.values()[slot] instanceof String value ? value : null;
        }
        return raw(source, slots, field);
    }

    private static @Nullable String raw(SourceRow source, List<Slot> slots, StandardField field) {
        int slot = Slot.indexOf(slots, field);
        List<String> cells = source.cells();
        if (slot < 0 || slots.get(slot).column() >= cells.size()) {
            return null;
        }
        String text = cells.get(slots.get(slot).column());
        return text.isEmpty() ? null : text;
    }
}
