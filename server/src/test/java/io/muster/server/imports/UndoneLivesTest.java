package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Undos meet contacts that were deleted, merged or erased since the import.
class UndoneLivesTest extends ImportTest {
    private static final String ANA = "+14155552600";
    private static final String BEN = "+14155552601";
    private static final String FILE = "Phone,First name\n+14155552600,Ana\n+14155552601,Ben\n";
    private static final String CHANGED =
            "Phone,First name\n+14155552600,Anna\n+14155552601,Benno\n";

    private UndoApi undo;

    @BeforeEach
    void meet() {
        undo = new UndoApi(web, api);
    }

    @Test
    void aContactThatSomebodyDeletedStaysDeleted() {
        run(FILE);
        UUID id = run(CHANGED + "+14155552602,Cem\n");
        undo.delete(ANA);
        undo.delete("+14155552602");

        undo(id, "1 kept CONTACT_GONE", "2 reverted", "3 kept CONTACT_GONE");

        assertThat(undo.contacts()).hasSize(1);
        assertThat(undo.contact(BEN)).containsEntry("first_name", "Ben");
    }

    @Test
    void aContactThatWasMergedStaysInTheOtherOne() {
        run("Phone,First name\n+14155552601,Ben\n");
        UUID id = run("Phone,First name,City\n+14155552600,Ana,Graz\n");
        merge(BEN, ANA);

        undo(id, "1 kept MERGED_SINCE");

        assertThat(undo.contact(BEN)).containsEntry("city", "Graz");
        assertThat(undo.rows(id, null).getFirst())
                .as("shows the survivor")
                .containsEntry("contact_name", "Ben")
                .containsEntry("contact_deleted", false);
    }

    @Test
    void whoeverAnotherContactWasMergedIntoIsNotDeleted() {
        run("Phone\n+14155552600\n");
        UUID id = run("Phone,First name\n+14155552601,Ben\n");
        merge(BEN, ANA);

        undo(id, "1 kept CHANGED_SINCE");

        assertThat(undo.contact(BEN)).containsEntry("first_name", "Ben");
        assertThat(undo.rows(id, null).getFirst().toString())
                .contains("who merged another contact");
    }

    @Test
    void aMergeKeepsTheFieldsThatItFilled() {
        run("Phone,First name\n+14155552600,Ana\n+14155552601,Ben\n+14155552602,Cem\n");
        run("Phone,Company\n+14155552602,Acme\n");
        UUID names = run(CHANGED);
        UUID companies =
                run(
                        "Phone,Company\n+14155552601,\n+14155552602,\n",
                        """
                        {"columns": [{"index": 0, "target": "phone"},
                                     {"index": 1, "target": "company", "blank": "clear"}]}
                        """);
        run("Phone,Company\n+14155552600,Fern\n");
        merge("+14155552602", ANA);

        undo(companies, "2 kept CHANGED_SINCE:company");
        undo(names, "1 kept MERGED_SINCE", "2 reverted");

        assertThat(undo.contact("+14155552602"))
                .containsEntry("first_name", "Cem")
                .containsEntry("company", "Fern");
    }

    @Test
    void aKeyThatLeadsToASurvivorStaysThere() {
        run("Phone,Email\n+14155552600,ana@example.org\n+14155552601,\n");
        UUID id = run("Phone,Email\n+14155552602,ana@example.org\n", "{\"match_on\": [\"email\"]}");
        run("Phone\n+14155552600\n");
        merge(BEN, ANA);

        undo(id, "1 kept KEY_TAKEN_SINCE:phone");

        run("Phone,First name\n+14155552600,Ben\n");
        assertThat(undo.contact(BEN)).containsEntry("first_name", "Ben");
    }

    @Test
    void theErasedDoNotComeBack() {
        run("Phone,First name\n+14155552600,Ana\n");
        UUID id = run("Phone,First name\n+14155552600,Anna\n+14155552601,Benedict\n");
        undo.post(ANA, "erase", "");
        undo.post(BEN, "erase", "");

        undo(id, "1 kept CONTACT_GONE", "2 kept CONTACT_GONE");

        assertThat(undo.contacts()).isEmpty();
        assertThat(api.download(id, "revert/rows.csv"))
                .contains("CONTACT_GONE")
                .doesNotContain("Anna", "Benedict", "415555");
    }

    @Test
    void aKeyOfSomebodyWhoWasErasedDoesNotComeBack() {
        run("Phone,Email\n+14155552600,ana@example.org\n");
        UUID id = run("Phone,Email\n+14155552601,ana@example.org\n", "{\"match_on\": [\"email\"]}");
        run("Phone\n+14155552600\n");
        undo.post(ANA, "erase", "");

        undo(id, "1 kept KEY_ERASED_SINCE:phone");

        assertThat(undo.contact("ana@example.org")).containsEntry("phone", BEN);
    }

    @Test
    void nothingOfTheErasedIsLeftInAnUndo() {
        run(FILE);
        UUID id = run(CHANGED);
        undo.edit(BEN, "{\"first_name\": \"Benedict\"}");
        undo.preview(id);
        undo.undo(id);
        undo.post(BEN, "erase", "");

        assertThat(undo.rows(id, "kept").toString()).doesNotContain("Benedict");
        assertThat(api.download(id, "revert/rows.csv")).contains("Anna").doesNotContain("Ben", BEN);
    }

    /// Undoes an import; its preview says the same.
    private void undo(UUID id, String... outcomes) {
        DocumentContext preview = undo.preview(id);
        DocumentContext done = undo.undo(id);
        assertThat(undo.outcomes(id)).containsExactly(outcomes);
        assertThat(UndoApi.summary(preview)).isEqualTo(UndoApi.summary(done));
        assertThat(preview.<List<Object>>read("$.issues[*].code"))
                .isEqualTo(done.<List<Object>>read("$.issues[*].code"));
    }

    private void merge(String survivor, String other) {
        undo.post(
                survivor, "merge", "{\"other\": \"%s\"}".formatted(undo.contact(other).get("id")));
    }

    private UUID run(String file) {
        return run(file, "");
    }

    private UUID run(String file, String options) {
        return ImportApi.id(api.run(file, options));
    }
}
