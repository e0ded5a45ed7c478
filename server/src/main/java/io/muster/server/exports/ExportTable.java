package io.muster.server.exports;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.report.Template;
import io.muster.server.access.MemberCaller;
import io.muster.server.contacts.Contact;
import io.muster.server.fields.CustomField;
import io.muster.server.teams.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lays contacts out as rows that are read as the same contacts again: under the headers of the
/// template, which find their fields by themselves, and with values in forms that nobody can
/// mistake.
///
/// @param withDecimals keys of the fields in which some number has decimals
record ExportTable(
        List<CustomField> fields,
        Set<String> withDecimals,
        Map<String, String> owners,
        Map<String, String> teams) {

    private static final List<StandardField> STANDARD =
            Stream.of(StandardField.values())
                    .filter(field -> field != StandardField.FULL_NAME && !field.isHint())
                    .toList();

    private static final List<String> SEPARATORS = List.of(";", ",", "|", ":::");

    /// `1.234` could be more than a thousand elsewhere; with a fourth digit it could not.
    private static final int THOUSANDS = 3;

    static ExportTable of(
            List<CustomField> fields,
            Set<String> withDecimals,
            List<MemberCaller> members,
            List<Team> teams) {
        return new ExportTable(
                fields,
                withDecimals,
                members.stream()
                        .collect(
                                Collectors.toMap(
                                        member -> member.accountId().toString(),
                                        MemberCaller::email)),
                teams.stream()
                        .collect(Collectors.toMap(team -> team.id().toString(), Team::name)));
    }

    List<String> headers() {
        return Template.of(
                        fields.stream()
                                .map(field ->
                                        new io.muster.engine.mapping.CustomField(
                                                field.key(), field.label(), field.spec()))
                                .toList())
                .headers();
    }

    List<String> cells(Contact contact) {
        List<String> cells = new ArrayList<>();
        STANDARD.forEach(
                field -> cells.add(Objects.requireNonNullElse(standard(contact, field), "")));
        for (CustomField field : fields) {
            Object value = contact.custom().get(field.key());
            cells.add(value == null ? "" : custom(field, value));
        }
        return cells;
    }

    private @Nullable String standard(Contact contact, StandardField field) {
        return switch (field) {
            case EXTERNAL_ID -> contact.externalId();
            case PHONE -> contact.phone();
            case EMAIL -> contact.email();
            case FIRST_NAME -> contact.firstName();
            case LAST_NAME -> contact.lastName();
            case COMPANY -> contact.company();
            case TIMEZONE -> contact.timezone();
            case TAGS -> joined(contact.tags());
            case STREET -> contact.street();
            case CITY -> contact.city();
            case REGION -> contact.region();
            case POSTAL_CODE -> contact.postalCode();
            case COUNTRY -> contact.country();
            case OWNER -> named(owners, contact.owner());
            case TEAM -> named(teams, contact.team());
            case DO_NOT_CONTACT -> yesNo(contact.doNotContact());
            case CONSENT_EMAIL -> consent(contact.consentEmail());
            case CONSENT_SMS -> consent(contact.consentSms());
            case CONSENT_CALL -> consent(contact.consentCall());
            case FULL_NAME, PHONE_REGION -> null;
        };
    }

    private String custom(CustomField field, Object value) {
        return switch (value) {
            case List<?> several -> joined(several.stream().map(Object::toString).toList());
            case Boolean yes -> yesNo(yes);
            case Number number when field.type() == FieldType.NUMBER ->
                    number(new BigDecimal(number.toString()), withDecimals.contains(field.key()));
            default -> value.toString();
        };
    }

    /// All numbers of a field have decimals or none has, so that any of them tells the mark.
    private static String number(BigDecimal number, boolean decimals) {
        int scale = number.scale();
        BigDecimal plain =
                scale == THOUSANDS
                        ? number.setScale(THOUSANDS + 1)
                        : decimals && scale <= 0 ? number.setScale(1) : number;
        return plain.toPlainString();
    }

    /// Values that hold what stands between values go in quotes.
    private static String joined(List<String> values) {
        return values.stream()
                .map(value ->
                        value.startsWith("\"") || SEPARATORS.stream().anyMatch(value::contains)
                                ? "\"" + value.replace("\"", "\"\"") + "\""
                                : value)
                .collect(Collectors.joining("; "));
    }

    /// Whoever has left keeps only an id.
    private static @Nullable String named(Map<String, String> names, @Nullable String id) {
        return id == null ? null : names.getOrDefault(id, id);
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    /// A plain no would say nothing.
    private static @Nullable String consent(@Nullable Boolean given) {
        return given == null ? null : given ? "given" : "withdrawn";
    }
}
