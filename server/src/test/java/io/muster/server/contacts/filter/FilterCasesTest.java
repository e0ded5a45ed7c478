package io.muster.server.contacts.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactLists;
import io.muster.server.contacts.ContactQuery;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.Place;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.Json;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/// What filters mean: case by case in `cases/filters.yaml`, and at random, each time beside a plain
/// predicate over the same contacts.
@ServerTest
class FilterCasesTest {
    @Autowired TestTenants tenants;
    @Autowired TestContacts testContacts;
    @Autowired CustomFields fields;
    @Autowired FilteredContacts contacts;
    @Autowired ContactLists lists;
    @Autowired TenantTransactions transactions;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        FilterWorld world = world();
        try (InputStream in =
                Objects.requireNonNull(
                        FilterCasesTest.class.getResourceAsStream("/cases/filters.yaml"))) {
            List<Map<String, Object>> cases = new Yaml().load(in);
            return cases.stream()
                    .map(one ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(one.get("id")),
                                    () -> {
                                        FilterNode sent =
                                                Json.read(
                                                        Json.write(
                                                                Objects.requireNonNull(
                                                                        one.get("filter"))),
                                                        FilterNode.class);
                                        assertThat(found(world, sent))
                                                .isEqualTo(one.get("matches"));
                                    }));
        }
    }

    @Test
    void randomFiltersMeanWhatAPlainPredicateSays() {
        FilterWorld world = world();
        Random random = new Random(20261130);
        for (int i = 0; i < 400; i++) {
            found(world, RandomFilters.filter(random, 1));
        }
    }

    @Test
    void manyAreCountedAtOnce() {
        FilterWorld world = world();
        Random random = new Random(7);
        List<ContactFilter> filters = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            var filter = contacts.read(world.tenant(), RandomFilters.filter(random, 1), "/filter");
            filters.add(filter);
            counts.addAll(contacts.count(world.tenant(), List.of(filter)));
        }

        assertThat(contacts.count(world.tenant(), filters)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"field": "shoe_size", "op": "is", "value": 1}              | /field       | UNKNOWN_FIELD
                    {"field": "full_name", "op": "is", "value": "a"}            | /field       | UNKNOWN_FIELD
                    {"field": "cf:nothing", "op": "is", "value": "a"}           | /field       | UNKNOWN_FIELD
                    {"op": "is", "value": "a"}                                  | /field       | UNKNOWN_FIELD
                    {"field": "company", "op": "greater", "value": "a"}         | /op          | INVALID_OPTION
                    {"field": "company", "value": "a"}                          | /op          | INVALID_OPTION
                    {"field": "tags", "op": "is", "value": "a"}                 | /op          | INVALID_OPTION
                    {"field": "company", "op": "is"}                            | /value       | MISSING_FIELD
                    {"field": "company", "op": "is", "value": " "}              | /value       | MISSING_FIELD
                    {"field": "company", "op": "is", "value": 7}                | /value       | WRONG_TYPE
                    {"field": "company", "op": "is", "value": ["a"]}            | /value       | WRONG_TYPE
                    {"field": "company", "op": "is_empty", "value": "a"}        | /value       | WRONG_TYPE
                    {"field": "phone", "op": "is", "value": "12"}               | /value       | INVALID_PHONE
                    {"field": "email", "op": "is", "value": "nobody"}           | /value       | INVALID_EMAIL
                    {"field": "country", "op": "is", "value": "Atlantis"}       | /value       | INVALID_COUNTRY
                    {"field": "owner", "op": "is", "value": "nobody"}           | /value       | UNKNOWN_OWNER
                    {"field": "cf:seats", "op": "is", "value": "many"}          | /value       | INVALID_NUMBER
                    {"field": "cf:since", "op": "before", "value": "01/02/26"}  | /value       | INVALID_DATE
                    {"field": "cf:active", "op": "is", "value": "perhaps"}      | /value       | INVALID_YES_NO
                    {"field": "created_at", "op": "before", "value": "soon"}    | /value       | INVALID_DATE
                    {"all": [], "any": []}                                      | ''           | INVALID_FILTER
                    {"any": []}                                                 | /any         | INVALID_FILTER
                    {"all": [{"all": []}]}                                      | /all/0/all   | INVALID_FILTER
                    {}                                                          | ''           | INVALID_FILTER
                    {"any": [{"all": [{"field": "x", "op": "is"}]}]}            | /any/0/all/0/field | UNKNOWN_FIELD
                    {"all":[{"all":[{"all":[{"all":[{"all":[{"all":[{"field":"city","op":"is_empty"}]}]}]}]}]}]} | /all/0/all/0/all/0/all/0/all/0/all | TOO_DEEP
                    """)
    void whatCannotBeAskedIsRefusedWithItsPlace(String filter, String pointer, String code) {
        FilterWorld world = world();

        assertThatThrownBy(() ->
                        contacts.read(
                                world.tenant(), Json.read(filter, FilterNode.class), "/filter"))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.kind().status()).isEqualTo(422);
                            var error = problem.problem().errors().getFirst();
                            assertThat(error.pointer()).isEqualTo("/filter" + pointer);
                            assertThat(error.code()).isEqualTo(code);
                        });
    }

    @Test
    void aFilterHasAnEnd() {
        var tenant = tenants.create().id();
        FilterNode one = FilterNode.condition("city", "is_empty", null);

        contacts.read(tenant, FilterNode.all(Collections.nCopies(99, one)), "/filter");

        assertThatThrownBy(() ->
                        contacts.read(
                                tenant,
                                FilterNode.all(Collections.nCopies(100_000, one)),
                                "/filter"))
                .isInstanceOf(ApiProblem.class);
    }

    private FilterWorld world() {
        return FilterWorld.in(tenants.create().id(), testContacts, fields);
    }

    /// The names of those whom the database finds, who are the same as those whom the predicate
    /// finds, also after the filter was kept.
    private List<String> found(FilterWorld world, FilterNode sent) {
        ContactFilter filter = contacts.read(world.tenant(), sent, "/filter");
        FilterNode kept = Json.read(Json.write(filter.node()), FilterNode.class);
        List<Contact> all = stream(world, ContactFilter.EVERYBODY);

        List<String> names = names(world, stream(world, filter));

        assertThat(names)
                .as(Json.write(sent))
                .isEqualTo(names(world, all.stream().filter(new FilterOracle(kept)).toList()));
        assertThat(contacts.count(world.tenant(), List.of(filter)).getFirst())
                .isEqualTo(names.size());
        ContactFilter again = contacts.kept(world.tenant(), List.of(kept)).getFirst();
        assertThat(
                        names(
                                world,
                                lists.list(
                                                world.tenant(),
                                                ContactQuery.of(again),
                                                new Place.Newest(),
                                                10)
                                        .contacts()
                                        .reversed()))
                .isEqualTo(names);
        return names;
    }

    private List<Contact> stream(FilterWorld world, ContactFilter filter) {
        return transactions.call(
                world.tenant(), () -> contacts.stream(world.tenant(), filter, Stream::toList));
    }

    private static List<String> names(FilterWorld world, List<Contact> found) {
        return found.stream()
                .map(contact -> Objects.requireNonNull(world.names().get(contact.id())))
                .toList();
    }
}
