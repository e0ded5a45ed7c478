package io.muster.server.imports.pages.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.access.Role;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.SavedMapping;
import io.muster.server.imports.SavedMappings;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Saved mappings are seen, renamed and deleted without scripts.
@ServerTest
class SavedMappingsPagesTest {
    private static final String PAGE = "/imports/mappings";
    private static final String NAUGHTY = "\"><script>alert(1)</script>";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired SavedMappings mappings;
    private TenantId tenant;
    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        tenant = tenants.create().id();
        browser = TestBrowser.signedIn(web, tenants.member(tenant, Role.ADMIN).email());
    }

    @Test
    void saysHowMappingsAreSavedWhenThereAreNone() {
        assertThat(browser.html(PAGE))
                .contains("No saved mappings yet", "Save this mapping", "href=\"/imports/new\"");
        assertThat(browser.html("/imports")).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void listsThemByNameWithTheirColumns() {
        keep("Trade fair", "Ref", "Fon", "Zone", "City", "Extra");
        keep("Office list", "Ref");

        assertThat(browser.html(PAGE))
                .containsSubsequence("Office list", "1 column", "Trade fair", "5 columns")
                .containsSubsequence("<span>Zone</span>", "<strong>Time zone</strong>")
                .containsSubsequence("<span>Extra</span>", "<strong>Do not import</strong>")
                .contains("Ref, Fon, Zone, City, …", "Never", "aria-current=\"page\"");
    }

    @Test
    void renamesInPlaceAndKeepsTheRest() {
        UUID id = keep("Office list", "Ref", "Fon");

        assertThat(rename(id, " Head office ")).hasRedirectedUrl(PAGE + "?renamed=" + id);

        assertThat(browser.html(PAGE + "?renamed=" + id))
                .contains("The mapping is called “Head office” now.")
                .doesNotContain("Office list");
        assertThat(mappings.get(tenant, id).columns())
                .extracting(ColumnSettings::header)
                .containsExactly("Ref", "Fon");
    }

    static Stream<List<String>> badNames() {
        return Stream.of(
                List.of("", "A saved mapping needs a name of 1 to 200 characters."),
                List.of(" ", "A saved mapping needs a name of 1 to 200 characters."),
                List.of("x".repeat(201), "A saved mapping needs a name of 1 to 200 characters."),
                List.of("TRADE fair", "There is a saved mapping of this name already."));
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void saysBesideTheFieldWhyANameWillNotDo(List<String> bad) {
        UUID id = keep("Office list", "Ref");
        UUID other = keep("Trade fair", "Ref");

        var answer = rename(id, bad.getFirst());

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(TestBrowser.text(answer))
                .containsSubsequence(
                        "name=\"change-" + id + "\" open",
                        "value=\"" + bad.getFirst() + "\"",
                        "aria-invalid=\"true\" aria-describedby=\"name-" + id + "-error\"",
                        "id=\"name-" + id + "-error\"",
                        bad.getLast())
                .doesNotContain("id=\"name-" + other + "-error\"");
        assertThat(mappings.get(tenant, id).name()).isEqualTo("Office list");
    }

    @Test
    void deletesOnlyWhatIsConfirmed() {
        UUID id = keep("Office list", "Ref");
        assertThat(browser.html(PAGE))
                .containsSubsequence("Delete…", "will not come back", "Delete this mapping");

        assertThat(delete(id)).hasRedirectedUrl(PAGE + "?deleted=1");

        assertThat(browser.html(PAGE + "?deleted=1"))
                .contains("The mapping is deleted.", "No saved mappings yet");
    }

    @Test
    void saysWhenSomebodyWasFaster() {
        UUID id = keep("Office list", "Ref");
        mappings.delete(tenant, id);

        for (var answer : List.of(rename(id, "Head office"), delete(id))) {
            assertThat(answer)
                    .hasStatus(HttpStatus.NOT_FOUND)
                    .bodyText()
                    .contains("This mapping is not there any more", "No saved mappings yet");
        }
    }

    @Test
    void answersAStrangersMappingAsOneThatIsNotThere() {
        UUID theirs = keep(tenants.create().id(), "Their list", "Ref");

        assertThat(browser.html(PAGE)).doesNotContain("Their list");
        for (UUID id : List.of(theirs, Ids.next())) {
            for (var answer : List.of(rename(id, "Mine"), delete(id))) {
                assertThat(answer)
                        .hasStatus(HttpStatus.NOT_FOUND)
                        .bodyText()
                        .contains("This mapping is not there any more")
                        .doesNotContain("Their list");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ADMIN")
    void letsOthersLookOnly(Role role) {
        UUID id = keep("Office list", "Ref");
        browser = TestBrowser.signedIn(web, tenants.member(tenant, role).email());

        assertThat(browser.html(PAGE))
                .contains("Office list", "Admins of your team can rename and delete them.")
                .doesNotContain(PAGE + "/" + id);
        assertThat(rename(id, "Head office")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(delete(id)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mappings.get(tenant, id).name()).isEqualTo("Office list");
    }

    @Test
    void showsNaughtyStringsAsTheyAre() {
        UUID id = keep(NAUGHTY, NAUGHTY);

        assertThat(browser.html(PAGE)).contains("&lt;script").doesNotContain("<script>alert");
        assertThat(TestBrowser.text(rename(id, NAUGHTY + "x".repeat(201))))
                .doesNotContain("<script>alert");
    }

    private UUID keep(String name, String... headers) {
        return keep(tenant, name, headers);
    }

    /// With columns that go where such headers go.
    private UUID keep(TenantId of, String name, String... headers) {
        Map<String, String> targets =
                Map.of("Ref", "external_id", "Fon", "phone", "Zone", "timezone", "City", "city");
        List<ColumnSettings> columns =
                Stream.of(headers)
                        .map(header ->
                                new ColumnSettings(0, targets.getOrDefault(header, "skip"))
                                        .at(null, header))
                        .toList();
        var content = new SavedMapping.Content(name, columns, ImportSettings.NONE);
        return mappings.create(of, content).id();
    }

    private MvcTestResult rename(UUID id, String name) {
        return browser.post(PAGE + "/" + id + "/rename", Map.of("name", name));
    }

    private MvcTestResult delete(UUID id) {
        return browser.post(PAGE + "/" + id + "/delete", Map.of());
    }
}
