package io.muster.server.contacts.builder;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.KnownValues;
import io.muster.engine.field.StandardField;
import io.muster.server.access.MemberCaller;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.platform.pages.Choice;
import io.muster.server.teams.Team;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What fields can hold that take their values from a set.
public record FieldValues(List<MemberCaller> members, List<Team> teams) {

    /// Empty for a field that takes what comes.
    public List<Choice> of(FilterField field) {
        return switch (field.kind()) {
            case YES_NO, FLAG ->
                    List.of(
                            new Choice("true", t("contact.yes")),
                            new Choice("false", t("contact.no")));
            case CHOICE, SET, KEY ->
                    switch (field) {
                        case FilterField.Custom(String _, FieldSpec spec) ->
                                spec.options().stream().map(FieldValues::plain).toList();
                        case FilterField.Standard(StandardField standard) -> of(standard);
                        case FilterField.Moment _ -> List.of();
                    };
            case TEXT, NUMBER, DATE, TIME -> List.of();
        };
    }

    private List<Choice> of(StandardField field) {
        return switch (field) {
            case COUNTRY ->
                    KnownValues.countries().stream()
                            .map(code ->
                                    new Choice(
                                            code,
                                            Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
                            .sorted(Comparator.comparing(Choice::label))
                            .toList();
            case TIMEZONE -> KnownValues.timezones().stream().map(FieldValues::plain).toList();
            case OWNER ->
                    members.stream()
                            .map(member ->
                                    new Choice(member.accountId().toString(), member.displayName()))
                            .toList();
            case TEAM ->
                    teams.stream()
                            .map(team -> new Choice(team.id().toString(), team.name()))
                            .toList();
            case EXTERNAL_ID,
                    PHONE,
                    EMAIL,
                    FIRST_NAME,
                    LAST_NAME,
                    FULL_NAME,
                    COMPANY,
                    TAGS,
                    STREET,
                    CITY,
                    REGION,
                    POSTAL_CODE,
                    DO_NOT_CONTACT,
                    CONSENT_EMAIL,
                    CONSENT_SMS,
                    CONSENT_CALL,
                    PHONE_REGION ->
                    List.of();
        };
    }

    /// The choices, and what stands there although it is no choice any more.
    public static List<Choice> offered(List<Choice> choices, String value) {
        boolean known = choices.stream().anyMatch(choice -> choice.value().equals(value));
        Stream<Choice> first = Stream.of(new Choice("", t("filter.choose")));
        Stream<Choice> more = known || value.isEmpty() ? Stream.of() : Stream.of(plain(value));
        return Stream.of(first, choices.stream(), more).flatMap(one -> one).toList();
    }

    private static Choice plain(String value) {
        return new Choice(value, value);
    }
}
