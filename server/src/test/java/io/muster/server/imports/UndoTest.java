package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/// What an undo takes back, and what it leaves alone.
class UndoTest extends ImportTest {
    private static final String ANA = "+14155552600";
    private static final String BEN = "+14155552601";
    private static final String CEM = "+14155552602";

    private UndoApi undo;

    @BeforeEach
    void meet() {
        undo = new UndoApi(web, api);
    }

    @Test
    void createdContactsGo() {
        UUID id = run("Phone,First name\n+14155552600,Ana\n12,Bad\n+14155552601,Ben\n");

        assertThat(UndoApi.summary(undo.preview(id)))
                .isEqualTo("done 2: 2 reverted (2 deleted, 0 restored)");
        assertThat(undo.contacts()).as("a preview writes nothing").hasSize(2);
        DocumentContext done = undo.undo(id);

        assertThat(UndoApi.summary(done)).isEqualTo("done 2: 2 reverted (2 deleted, 0 restored)");
        assertThat(undo.contacts()).isEmpty();
        assertThat(undo.outcomes(id)).containsExactly("1 reverted", "3 reverted");
        DocumentContext shown = api.show(id);
        assertThat(shown.<String>read("$.status")).isEqualTo("reverted");
        assertThat(ImportApi.summary(shown)).isEqualTo("reverted 3: 2 created, 1 failed");
        assertThat(api.rows(id, null)).as("the rows of the import stay as they were").hasSize(3);
    }

    @Test
    void theFileCanBeImportedAgain() {
        String file = "Phone,First name\n+14155552600,Ana\n+14155552601,Ben\n";
        undo.undo(run(file));

        assertThat(ImportApi.summary(api.run(file, ""))).isEqualTo("completed 2: 2 created");
    }

    @Test
    void updatedContactsGetAllTheirValuesBack() {
        addField("{\"key\": \"seats\", \"label\": \"Seats\", \"type\": \"number\"}");
        addField(
                """
                {"key": "kinds", "label": "Kinds", "type": "choices", "options": ["a", "b", "c"]}
                """);
        run(
                """
                Phone,First name,Company,Tags,Seats,Kinds,City
                +14155552600,Ana,Acme,"x,y",1.50,"c,a",
                """,
                columns("phone", "first_name", "company", "tags", "cf:seats", "cf:kinds", "city"));
        List<Map<String, Object>> before = undo.contacts();
        UUID id =
                run(
                        """
                        Phone,First name,Company,Tags,Seats,Kinds,City,Email,Flag,Consent
                        +14155552600,Anna,,z,7,b,Graz,ana@example.org,yes,yes
                        """,
                        """
                        {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "first_name"},
                                     {"index": 2, "target": "company", "blank": "clear"}, {"index": 3, "target": "tags"},
                                     {"index": 4, "target": "cf:seats"}, {"index": 5, "target": "cf:kinds"},
                                     {"index": 6, "target": "city"}, {"index": 7, "target": "email"},
                                     {"index": 8, "target": "do_not_contact"},
                                     {"index": 9, "target": "consent_email"}]}
                        """);
        assertThat(undo.contact(ANA))
                .containsEntry("do_not_contact", true)
                .containsEntry("consent_email", true)
                .containsEntry("company", null);

        assertThat(UndoApi.summary(undo.undo(id)))
                .isEqualTo("done 1: 1 reverted (0 deleted, 1 restored)");

        assertThat(undo.contacts()).isEqualTo(before);
        assertThat(
                        ImportApi.json(
                                        api.get(
                                                "/api/v1/contacts/"
                                                        + before.getFirst().get("id")
                                                        + "/consents"))
                                .<List<String>>read("$.items[*].origin"))
                .containsExactly("undo of import 2 (contacts.csv)", "import 2 (contacts.csv)");
    }

    @Test
    void whatAPersonChangedIsKeptAndListed() {
        UUID id = run("Phone,First name\n+14155552600,Ana\n+14155552601,Ben\n");
        undo.edit(BEN, "{\"first_name\": \"Benno\", \"city\": \"Graz\"}");

        DocumentContext preview = undo.preview(id);
        DocumentContext done = undo.undo(id);

        for (DocumentContext told : List.of(preview, done)) {
            assertThat(UndoApi.summary(told))
                    .isEqualTo("done 2: 1 reverted, 1 kept (1 deleted, 0 restored)");
            assertThat(told.<List<Object>>read("$.issues[*].field"))
                    .containsExactlyInAnyOrder("first_name", "city");
        }
        assertThat(preview.<List<Object>>read("$.examples[*].row")).containsExactly(2);
        assertThat(preview.<String>read("$.examples[0].contact_name")).isEqualTo("Benno");
        assertThat(undo.contacts()).hasSize(1);
        assertThat(undo.contact(BEN)).containsEntry("first_name", "Benno");
        assertThat(undo.outcomes(id))
                .containsExactly(
                        "1 reverted", "2 kept CHANGED_SINCE:city CHANGED_SINCE:first_name");
        assertThat(undo.rows(id, "kept").getFirst().toString()).contains("Changed since by");
    }

    @Test
    void aValueThatWasChangedAndChangedBackWasChanged() {
        run("Phone,First name\n+14155552600,Ana\n");
        UUID id = run("Phone,First name\n+14155552600,Anna\n");
        undo.edit(ANA, "{\"first_name\": \"Anja\"}");
        undo.edit(ANA, "{\"first_name\": \"Anna\"}");

        undo.undo(id);

        assertThat(undo.outcomes(id)).containsExactly("1 kept CHANGED_SINCE:first_name");
        assertThat(undo.contact(ANA)).containsEntry("first_name", "Anna");
    }

    @Test
    void anEditOfNothingIsNone() {
        UUID id = run("Phone,First name\n+14155552600,Ana\n");
        undo.edit(ANA, "{\"first_name\": \"Ana\"}");

        undo.undo(id);

        assertThat(undo.contacts()).isEmpty();
    }

    @Test
    void anotherFieldMayChange() {
        run("Phone,First name\n+14155552600,Ana\n");
        UUID id = run("Phone,First name\n+14155552600,Anna\n");
        undo.edit(ANA, "{\"city\": \"Graz\"}");

        undo.undo(id);

        assertThat(undo.contact(ANA))
                .containsEntry("first_name", "Ana")
                .containsEntry("city", "Graz");
    }

    @Test
    void importsUnwindInOrder() {
        run("Phone,First name\n+14155552600,A\n");
        UUID second = run("Phone,First name\n+14155552600,B\n+14155552601,X\n");
        UUID third = run("Phone,First name\n+14155552600,C\n");

        DocumentContext tooEarly = undo.preview(second);
        assertThat(UndoApi.summary(tooEarly))
                .isEqualTo("done 2: 1 reverted, 1 kept (1 deleted, 0 restored)");
        assertThat(tooEarly.<List<Object>>read("$.issues[0].examples"))
                .as("says what to undo first")
                .containsExactly("import 3 (contacts.csv)");
        undo.undo(third);
        assertThat(undo.contact(ANA)).containsEntry("first_name", "B");
        undo.undo(second);

        assertThat(undo.outcomes(second)).containsExactly("1 reverted", "2 reverted");
        assertThat(undo.contact(ANA)).containsEntry("first_name", "A");
    }

    @Test
    void rowsThatFoundNothingToChangeChangeNothing() {
        String file = "Phone,First name\n+14155552600,Ana\n";
        UUID first = run(file);
        UUID again = run(file);

        assertThat(undo.revert(again)).as("nothing was written").hasStatus(409);
        undo.undo(first);
        assertThat(undo.contacts()).isEmpty();
    }

    @Test
    void aKeyThatAnotherContactTookStaysThere() {
        run("Phone,Email\n+14155552600,ana@example.org\n");
        UUID id = run("Phone,Email\n+14155552601,ana@example.org\n", "{\"match_on\": [\"email\"]}");
        run("Phone\n+14155552600\n");

        assertThat(UndoApi.summary(undo.preview(id)))
                .isEqualTo("done 1: 1 kept (0 deleted, 0 restored)");
        undo.undo(id);

        assertThat(undo.outcomes(id)).containsExactly("1 kept KEY_TAKEN_SINCE:phone");
        assertThat(undo.contact("ana@example.org")).containsEntry("phone", BEN);
    }

    @Test
    void keysThatWentRoundGoBackRound() {
        run("External id,Phone\n1,+14155552600\n2,+14155552601\n");
        List<Map<String, Object>> before = undo.contacts();
        UUID id =
                run(
                        "External id,Phone\n1,+14155552602\n2,+14155552600\n1,+14155552601\n",
                        "{\"match_on\": [\"external_id\"]}");

        undo.undo(id);

        assertThat(undo.contacts()).isEqualTo(before);
    }

    @Test
    void aContactGoesWithAllItsRows() {
        UUID id =
                run(
                        "Email,Phone\nana@example.org,+14155552600\nana@example.org,+14155552601\n",
                        "{\"match_on\": [\"email\"]}");
        run("Phone\n+14155552600\n");

        assertThat(UndoApi.summary(undo.undo(id)))
                .isEqualTo("done 2: 2 reverted (1 deleted, 1 restored)");
        assertThat(undo.contacts()).hasSize(1);
        assertThat(undo.contact(ANA)).containsEntry("email", null);
    }

    @Test
    void anImportThatBrokeOffCanBeUndone() {
        UUID id = run("Phone,First name\n+14155552600,Ana\n+14155552601,\"open\n+1415,x\n");
        assertThat(ImportApi.summary(api.show(id))).startsWith("failed");
        assertThat(undo.contacts()).hasSize(1);

        undo.undo(id);

        assertThat(undo.contacts()).isEmpty();
        assertThat(api.show(id).<String>read("$.failure_code")).isEqualTo("UNCLOSED_QUOTE");
    }

    @Test
    void theLogOfTheContactTellsIt() {
        run("Phone,First name\n+14155552602,Cem\n");
        UUID id = run("Phone,First name\n+14155552602,Cemal\n");
        undo.undo(id);

        assertThat(undo.contact(CEM)).containsEntry("first_name", "Cem");
        assertThat(api.rows(id, "updated").getFirst()).containsEntry("action", "updated");
        assertThat(undo.rows(id, "reverted").getFirst())
                .containsEntry("contact_id", undo.contact(CEM).get("id"));
    }

    private UUID run(String file) {
        return run(file, "");
    }

    private UUID run(String file, String options) {
        return ImportApi.id(api.run(file, options));
    }

    private void addField(String field) {
        assertThat(
                        api.send(
                                web.post()
                                        .uri("/api/v1/fields")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(field)))
                .hasStatus(201);
    }

    private static String columns(String... targets) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < targets.length; i++) {
            columns.append(i == 0 ? "" : ", ")
                    .append("{\"index\": %d, \"target\": \"%s\"}".formatted(i, targets[i]));
        }
        return "{\"columns\": [" + columns + "]}";
    }
}
