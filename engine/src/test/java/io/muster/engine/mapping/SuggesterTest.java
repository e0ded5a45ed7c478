package io.muster.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.file.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Single decisions of the suggestions: confirmation, veto, rivals, neighbours and custom fields.
class SuggesterTest {

    private static final List<String> PHONES = List.of("(415) 956-3488", "(212) 816-8962");
    private static final List<String> EMAILS = List.of("ana@example.org", "ben@example.org");

    private final List<Column> columns = new ArrayList<>();

    @Test
    void says_what_confirms_a_suggestion() {
        column("Phone", PHONES);
        Suggestion suggestion = suggest("US").getFirst();
        assertThat(suggestion.reason()).isEqualTo("exact header, 100 % are valid phone numbers");
        assertThat(suggestion.confidence()).isEqualTo(1);
    }

    @Test
    void a_near_miss_names_its_likeness_and_is_less_sure() {
        column("Telefonnumer", List.of("030 37582163"));
        Suggestion suggestion = suggest("DE").getFirst();
        assertThat(suggestion.target().text()).isEqualTo("phone");
        assertThat(suggestion.reason()).startsWith("like “telefonnummer”");
        assertThat(suggestion.confidence()).isBetween(0.5, 0.8);
    }

    @Test
    void words_under_a_phone_header_are_no_phones() {
        column("Phone", List.of("Mobile", "Work"));
        assertThat(targets("US")).containsExactly("skip");
    }

    @Test
    void phones_of_another_region_stay_phones_with_a_doubt() {
        column("Telefon", List.of("030 37582163", "030 32258348"));
        Suggestion suggestion = suggest("US").getFirst();
        assertThat(suggestion.target().text()).isEqualTo("phone");
        assertThat(suggestion.reason())
                .isEqualTo("exact header, but only 0 % are valid phone numbers");
        assertThat(suggestion.confidence()).isEqualTo(0.8);
    }

    @Test
    void damaged_phones_stay_phones_so_that_the_damage_is_reported() {
        column("Phone", List.of("2.12556E+9", "4.15956E+9"));
        assertThat(targets("US")).containsExactly("phone");
    }

    @Test
    void numbers_and_offsets_are_not_taken_for_phones_or_zones() {
        column("LEID", List.of("700000", "700001"));
        column("GMTOFF", List.of("-5", "-6"));
        column("Ref", List.of("4159563488", "2128168962"));
        column("Timezone", List.of("-5", "-6"));
        column("Country", List.of("+1", "+49"));
        assertThat(targets("US")).containsOnly("skip");
    }

    @Test
    void values_speak_where_the_header_does_not() {
        column("Column A", EMAILS);
        column("Column B", PHONES);
        column("Column C", List.of("America/New_York", "Europe/Berlin"));
        column("Column D", List.of("Germany", "France", "Spain"));
        assertThat(targets("US")).containsExactly("email", "phone", "timezone", "country");
        assertThat(suggest("US").getFirst().reason()).isEqualTo("100 % are valid email addresses");
    }

    @Test
    void emails_under_another_header_go_to_email() {
        column("Address", EMAILS);
        assertThat(targets("US")).containsExactly("email");
    }

    @Test
    void values_never_speak_against_a_header_that_means_something_else() {
        column("E-mail Display Name", EMAILS);
        column("Phone Type", PHONES);
        assertThat(targets("US")).containsOnly("skip");
    }

    @Test
    void the_better_name_wins_and_the_rival_is_skipped() {
        column("Business Phone", PHONES);
        column("Mobile Phone", PHONES);
        column("Home Phone", PHONES);
        assertThat(targets("US")).containsExactly("skip", "phone", "skip");
    }

    @Test
    void a_filled_column_goes_before_a_blank_one_with_the_better_name() {
        column("Mobile Phone", List.of());
        column("Business Phone", PHONES);
        assertThat(targets("US")).containsExactly("skip", "phone");
    }

    @Test
    void tags_may_come_from_several_columns() {
        column("Tags", List.of("vip"));
        column("Categories", List.of("west"));
        assertThat(targets("US")).containsExactly("tags", "tags");
    }

    @Test
    void a_name_is_what_its_neighbours_leave() {
        column("Name", List.of("Müller"));
        assertThat(targets("DE")).containsExactly("full_name");
        column("Vorname", List.of("Anna"));
        assertThat(targets("DE")).containsExactly("last_name", "first_name");
        column("Nachname", List.of("Müller"));
        assertThat(targets("DE")).containsExactly("skip", "first_name", "last_name");
    }

    @Test
    void a_region_needs_an_address() {
        column("Region", List.of("EMEA"));
        assertThat(targets("US")).containsExactly("skip");
        column("City", List.of("Austin"));
        assertThat(targets("US")).containsExactly("region", "city");
    }

    @Test
    void a_flag_about_one_channel_is_not_the_flag_about_the_contact() {
        column("Do Not Call", List.of("0", "1"));
        column("Email Opt Out", List.of("0", "1"));
        column("Do not contact", List.of("0", "1"));
        assertThat(targets("US")).containsExactly("skip", "skip", "do_not_contact");
    }

    @Test
    void an_address_is_kept_whole() {
        column("Business Street", List.of("9 Big St"));
        column("Business City", List.of());
        column("Home Street", List.of("1 Main St"));
        column("Home City", List.of("Austin"));
        column("Home ZIP", List.of("73301"));
        assertThat(targets("US")).containsExactly("skip", "skip", "street", "city", "postal_code");
    }

    @Test
    void what_an_address_lacks_comes_from_parts_that_name_none() {
        column("Mailing Street", List.of("1 Main St"));
        column("Mailing City", List.of("Austin"));
        column("Country", List.of("US"));
        assertThat(targets("US")).containsExactly("street", "city", "country");
    }

    @Test
    void a_person_is_kept_whole() {
        column("Email", EMAILS);
        column("Attendee First Name", List.of("Ana"));
        column("Attendee Last Name", List.of("Kowalski"));
        column("Attendee Email", EMAILS);
        assertThat(targets("US")).containsExactly("skip", "first_name", "last_name", "email");
    }

    @Test
    void a_word_beside_several_names_is_whom_the_file_is_about() {
        column("Dancer First Name", List.of("Ana"));
        column("Dancer Last Name", List.of("Kowalski"));
        assertThat(targets("US")).as("two may be a coincidence").containsOnly("skip");
        column("Dancer Phone", PHONES);
        assertThat(targets("US")).containsExactly("first_name", "last_name", "phone");
    }

    @Test
    void a_number_is_an_id_beside_a_word_for_a_person() {
        column("Number", List.of("1001"));
        assertThat(targets("US")).containsExactly("skip");
        column("Member #", List.of("1001"));
        assertThat(targets("US")).containsExactly("skip", "external_id");
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Kowalski, full_name",
        "'Kowalski, Ana', full_name",
        "C001, skip",
        "yes, skip",
        "Prospect 7, skip"
    })
    void a_customer_is_a_name_only_where_the_values_are_names(String value, String target) {
        column("Customer", List.of(value));
        assertThat(targets("US")).containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource({
        "Personalnr., external_id",
        "Patiëntnr, external_id",
        "Telefoonnr, phone",
        "Ordernr, skip"
    })
    void a_nummer_may_be_shortened(String header, String target) {
        column(header, List.of());
        assertThat(targets("NL")).containsExactly(target);
    }

    @Test
    void two_names_for_one_thing_are_one_and_for_two_are_none() {
        column("Town / City", List.of("Austin"));
        column("Phone (optional)", PHONES);
        column("Zip/City", List.of("73301 Austin"));
        assertThat(targets("US")).containsExactly("city", "phone", "skip");
    }

    @Test
    void blank_parts_give_way_to_a_whole_name() {
        column("First Name", List.of());
        column("Last Name", List.of());
        column("Name", List.of("Ana Kowalski"));
        assertThat(targets("US")).containsExactly("skip", "skip", "full_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Email opt-out",
                "Email status",
                "E-mail 2 - Type",
                "Emails sent",
                "Email verified at",
                "Account owner email",
                "Assistant's email",
                "Guardian email",
                "Emergency contact email",
                "Company phone",
                "Phone type",
                "Phone extension",
                "Parent 1 phone",
                "Do not call",
                "Created at",
                "Created by",
                "Last activity",
                "Last contacted",
                "Lead score",
                "Lead source",
                "Company ID",
                "Owner ID",
                "IP country",
                "Event timezone",
                "Country code of birth",
                "Address type",
                "Kontoinhaber",
                "Telefon Assistent",
                "Teléfono de emergencia",
                "Nome da mãe",
                "Email genitore",
                "Nom de naissance",
            })
    void what_only_looks_like_a_field_is_left_alone(String header) {
        for (List<String> values :
                List.of(List.<String>of(), PHONES, EMAILS, List.of("Ana", "US"))) {
            columns.clear();
            column(header, values);
            assertThat(targets("US")).as(header + " " + values).containsExactly("skip");
        }
    }

    @Test
    void custom_fields_are_found_by_label_or_key() {
        column("plan_tier", List.of("gold"));
        column("Lead Source", List.of("Web"));
        column("Lead source detail", List.of("Fair"));
        var suggester =
                new Suggester(
                        List.of(
                                new CustomField("plan_tier", "Plan", FieldSpec.of(FieldType.TEXT)),
                                new CustomField(
                                        "source", "Lead source", FieldSpec.of(FieldType.TEXT))));
        List<Suggestion> suggestions = suggester.suggest(columns, "US");
        assertThat(suggestions)
                .extracting(suggestion -> suggestion.target().text())
                .containsExactly("cf:plan_tier", "cf:source", "skip");
        assertThat(suggestions.getFirst().confidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phone     | Phone           | phone",
                "phone     | Phone           | phone",
                "Telefon   | Telefon         | phone",
                "Full name | Full name       | full_name",
                "Company   | Company, Firm   | company, skip",
                "Firm      | Company, Firm   | company, cf:own",
                "Mobile    | Phone, Mobile   | phone, cf:own",
                "Region    | Region          | cf:own",
                "Region    | Region, City    | region, city",
                "Member no | Member no       | cf:own",
            })
    void a_custom_field_takes_no_standard_field_by_its_name(
            String label, String headers, String found) {
        for (String header : headers.split(", ")) {
            column(header, List.of());
        }
        var own = new CustomField("own", label, FieldSpec.of(FieldType.TEXT));
        assertThat(new Suggester(List.of(own)).suggest(columns, "US"))
                .extracting(suggestion -> suggestion.target().text())
                .containsExactly(found.split(", "));
    }

    @Test
    void the_type_of_a_custom_field_confirms_it_or_speaks_against_it() {
        column("Score", List.of("1,5", "2.345,75"));
        column("Since", List.of("31/01/2026", "01/02/2026"));
        column("Level", List.of("Gold", "Tin"));
        var suggester =
                new Suggester(
                        List.of(
                                new CustomField("score", "Score", FieldSpec.of(FieldType.NUMBER)),
                                new CustomField("since", "Since", FieldSpec.of(FieldType.DATE)),
                                new CustomField(
                                        "level",
                                        "Level",
                                        new FieldSpec(FieldType.CHOICE, List.of("Gold")))));
        assertThat(suggester.suggest(columns, "US"))
                .extracting(Suggestion::reason)
                .containsExactly(
                        "name of a custom field, 100 % are valid numbers",
                        "name of a custom field, 100 % are valid dates",
                        "name of a custom field, 50 % are valid options");

        columns.clear();
        column("Score", List.of("high", "low"));
        column("Since", List.of("46053", "46054"));
        assertThat(suggester.suggest(columns, "US")).containsOnly(Suggestion.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER   | 12; 13,5",
                "NUMBER   | 1.234; 5.678",
                "TEXT     | 007; 008",
                "TEXT     | 1234567890123456; 2",
                "DATE     | 01/02/2026; 03/04/2026",
                "TEXT     | 31/01/2026; 01/31/2026",
                "YES_NO   | yes; no",
                "YES_NO   | 0; 1",
                "NUMBER   | 1",
                "EMAIL    | ana@example.org",
                "PHONE    | (415) 956-3488; (212) 816-8962",
                "URL      | https://example.org; www.example.com",
                "TEXT     | Gold; Silver",
                "TEXT     | ''",
            })
    void the_type_of_a_new_field_is_the_narrowest_that_fits(FieldType type, String samples) {
        List<String> cells =
                Stream.of(samples.split("; ")).filter(cell -> !cell.isEmpty()).toList();
        assertThat(Suggester.inferred(new Column(0, "New", cells, 1), "US")).isEqualTo(type);
    }

    @Test
    void an_unlike_header_gets_nothing() {
        column("Gibberish", List.of("abc"));
        assertThat(suggest("US")).containsExactly(Suggestion.NONE);
    }

    private void column(String name, List<String> samples) {
        columns.add(new Column(columns.size(), name, samples, samples.isEmpty() ? 0 : 1));
    }

    private List<Suggestion> suggest(String region) {
        return new Suggester(List.of()).suggest(columns, region);
    }

    private List<String> targets(String region) {
        return suggest(region).stream().map(suggestion -> suggestion.target().text()).toList();
    }
}
