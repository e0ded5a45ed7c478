package io.muster.server.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.muster.engine.plan.Strictness;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The options of an import as they are sent and stored. What is left out keeps its default.
///
/// @param columns where the columns go
/// @param matchOn the keys that may select a contact, in order: `external_id`, `phone`, `email`
/// @param existing `update`, `skip` or `fail`
/// @param missing `create` or `skip`
/// @param duplicatesInFile `merge`, `skip` or `fail`
/// @param onInvalid what an invalid value does: `reject_row` or `drop_field`
/// @param onConflict what a key that belongs to another contact does: `reject_row` or `drop_field`
/// @param required names of fields that a row must hold, `any_key` for any one of `external_id`,
///   `phone` and `email`, or `any` for any one value; by default the tenant's
/// @param defaultRegion ISO 3166 alpha-2 code for phone numbers without a country; by default the
///   tenant's
/// @param tags added to the contact of every row
/// @param autoCreateFields whether columns without a target become custom fields of type text
/// @param suppressed `skip` or `import_flagged`
/// @param notifyStarter `notify`: whether the person who starts the import gets an email when it
///   ends; true by default
/// @param dateFormat of every column of dates that names none of its own
/// @param timezoneFromPhone whether a contact without time zone gets that of the row's phone
///   number, where the number has just one
/// @param campaignId the campaign whose members the rows become that are created, updated or found
///   unchanged
public record ImportSettings(
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<ColumnSettings> columns,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> matchOn,
        @Nullable String existing,
        @Nullable String missing,
        @Nullable String duplicatesInFile,
        @Nullable String onInvalid,
        @Nullable String onConflict,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> required,
        @Nullable String defaultRegion,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> tags,
        @Nullable Boolean autoCreateFields,
        @Nullable String suppressed,
        @JsonProperty("notify") @Nullable Boolean notifyStarter,
        @Nullable String dateFormat,
        @Nullable Boolean timezoneFromPhone,
        @Nullable UUID campaignId) {

    public static final ImportSettings NONE =
            new ImportSettings(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);

    /// What sources go by where nothing else is said.
    public static final ImportSettings LENIENT =
            new ImportSettings(
                    null,
                    null,
                    null,
                    null,
                    null,
                    text(Strictness.LENIENT.onInvalid()),
                    text(Strictness.LENIENT.onConflict()),
                    Strictness.LENIENT.required(List.of()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

    private static String text(Enum<?> policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    /// @param index the column's place in the file, from 0; not needed beside a header
    /// @param target `phone`, `cf:<key>`, `new:<key>` or `skip`
    /// @param type of a new custom field; `text` by default
    /// @param options what a new choice can be
    /// @param write `always` or `if_empty`
    /// @param blank `keep` or `clear`
    /// @param tags `append`, `replace` or `remove`
    /// @param decimal the decimal mark of numbers: `dot`, `comma`, or `auto` to find it
    /// @param dateFormat `iso`, `dmy`, `mdy`, `ymd`, a pattern such as `dd.MM.yy`, or `auto` to
    ///   find the order
    /// @param separator between tags or choices: `;`, `,`, `|`, `none`, or `auto` for the first
    ///   that a cell has
    /// @param unknownChoice what becomes of a value that is no option: `refuse` or `add`
    /// @param region ISO 3166 alpha-2 code for the phone numbers of this column, instead of the
    ///   import's
    /// @param header the column's header, by which it is found where no index is given
    /// @param values what single values stand for, by the value as it stands in the file; null or
    ///   an empty text leaves the field blank
    /// @param newOptions values that become options of the choice that the column goes to
    public record ColumnSettings(
            @Nullable Integer index,
            @Nullable String target,
            @Nullable String type,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> options,
            @Nullable String write,
            @Nullable String blank,
            @Nullable String tags,
            @Nullable String decimal,
            @Nullable String dateFormat,
            @Nullable String separator,
            @Nullable String unknownChoice,
            @Nullable String region,
            @Nullable String header,
            @Nullable Map<String, @Nullable String> values,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> newOptions) {

        public ColumnSettings(int index, String target) {
            this(
                    index, target, null, null, null, null, null, null, null, null, null, null, null,
                    null, null);
        }

        /// The same settings for a column at another place, or for one that is known by its header.
        public ColumnSettings at(@Nullable Integer place, @Nullable String name) {
            return copy(place, name, target, decimal, dateFormat);
        }

        public ColumnSettings to(String field) {
            return copy(index, header, field, decimal, dateFormat);
        }

        /// With a decimal mark and a date format that were found in the column.
        ColumnSettings settled(String decimalMark, String format) {
            return copy(index, header, target, decimalMark, format);
        }

        private ColumnSettings copy(
                @Nullable Integer place,
                @Nullable String name,
                @Nullable String field,
                @Nullable String decimalMark,
                @Nullable String format) {
            return new ColumnSettings(
                    place,
                    field,
                    type,
                    options,
                    write,
                    blank,
                    tags,
                    decimalMark,
                    format,
                    separator,
                    unknownChoice,
                    region,
                    name,
                    values,
                    newOptions);
        }
    }

    /// These settings, with those of another where these say nothing.
    public ImportSettings or(ImportSettings other) {
        return new ImportSettings(
                columns != null ? columns : other.columns,
                matchOn != null ? matchOn : other.matchOn,
                existing != null ? existing : other.existing,
                missing != null ? missing : other.missing,
                duplicatesInFile != null ? duplicatesInFile : other.duplicatesInFile,
                onInvalid != null ? onInvalid : other.onInvalid,
                onConflict != null ? onConflict : other.onConflict,
                required != null ? required : other.required,
                defaultRegion != null ? defaultRegion : other.defaultRegion,
                tags != null ? tags : other.tags,
                autoCreateFields != null ? autoCreateFields : other.autoCreateFields,
                suppressed != null ? suppressed : other.suppressed,
                notifyStarter != null ? notifyStarter : other.notifyStarter,
                dateFormat != null ? dateFormat : other.dateFormat,
                timezoneFromPhone != null ? timezoneFromPhone : other.timezoneFromPhone,
                campaignId != null ? campaignId : other.campaignId);
    }

    public ImportSettings withColumns(@Nullable List<ColumnSettings> value) {
        return copy(value == null ? null : List.copyOf(value), campaignId);
    }

    /// @param campaign null for none
    public ImportSettings withCampaign(@Nullable UUID campaign) {
        return copy(columns, campaign);
    }

    private ImportSettings copy(
            @Nullable List<ColumnSettings> newColumns, @Nullable UUID newCampaign) {
        return new ImportSettings(
                newColumns,
                matchOn,
                existing,
                missing,
                duplicatesInFile,
                onInvalid,
                onConflict,
                required,
                defaultRegion,
                tags,
                autoCreateFields,
                suppressed,
                notifyStarter,
                dateFormat,
                timezoneFromPhone,
                newCampaign);
    }
}
