package io.muster.server.importlog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Scope;
import io.muster.server.imports.ImportApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class ImportLogApiTest {
    private static final String LOG = "/api/v1/import-log";

    /// Two are created, one with a remark; one is found again, one lacks a phone, two are wrong.
    private static final String FILE =
            """
            Phone,First name,Last name,Email,External id
            (212) 555-0101,Ada,Lovelace,ada@example.org,A-1
            (212) 555-0102,Ben,Okri,ben@example.org,B-2
            (212) 555-0101,Ada,Lovelace,ada@example.org,A-1
            ,Cleo,Nobody,cleo@example.org,C-3
            (212) 555-0104,Dan,Wrong,not an email,D-4
            123,Eve,=1+1,eve@example.org,E-5
            """;

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;
    private TestTenant tenant;
    private ImportApi imports;
    private TestApi api;

    @BeforeEach
    void enter() {
        tenant = tenants.create();
        imports = new ImportApi(web, tenant);
        api = new TestApi(web, tenant);
    }

    @Test
    void everyRowIsThereTheNewestFirstWithCountsBeside() {
        imports.run(FILE, "");

        DocumentContext log = log("");
        assertThat(log.<List<Integer>>read("$.items[*].row")).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(log.<List<String>>read("$.items[*].result"))
                .containsExactly("failure", "failure", "warning", "warning", "success", "success");
        assertThat(counts(log)).containsExactly(6, 2, 2, 2);
        assertThat(log.<String>read("$.next")).isNull();
        assertThat(log.<String>read("$.items[5].name")).isEqualTo("Ada Lovelace");
        assertThat(log.<String>read("$.items[5].phone")).isEqualTo("+12125550101");
        assertThat(log.<String>read("$.items[5].source")).isEqualTo("api");
        assertThat(log.<String>read("$.items[5].action")).isEqualTo("created");
        assertThat(log.<String>read("$.items[5].contact_id")).isNotBlank();
        assertThat(log.<String>read("$.items[3].matched_on")).isEqualTo("external_id");
        assertThat(log.<String>read("$.items[0].import_id")).isNotBlank();
        assertThat(log.<String>read("$.items[0].phone")).isEqualTo("123");
        assertThat(log.<String>read("$.items[0].received_at")).startsWith("20");
    }

    @Test
    void whatCameIsToldOfCleanRowsAndOfThoseWithARemark() {
        imports.run(FILE, "");

        DocumentContext log = log("");
        assertThat(log.<Map<String, String>>read("$.items[4].payload"))
                .containsEntry("Phone", "(212) 555-0102")
                .containsEntry("First name", "Ben");
        assertThat(log.<Map<String, String>>read("$.items[1].payload"))
                .containsEntry("Email", "not an email");
    }

    @Test
    void countsStayExactWhateverIsAskedFor() {
        imports.run(FILE, "");

        assertThat(counts(log("?result=failure"))).containsExactly(6, 2, 2, 2);
        assertThat(rows(log("?result=failure"))).containsExactly(6, 5);
        assertThat(rows(log("?result=warning"))).containsExactly(4, 3);
        assertThat(rows(log("?result=success"))).containsExactly(2, 1);
        DocumentContext invalid = log("?reason=INVALID_EMAIL:email");
        assertThat(rows(invalid)).containsExactly(5);
        assertThat(counts(invalid)).containsExactly(1, 0, 0, 1);
        assertThat(log("").<List<String>>read("$.reasons[*].code"))
                .containsExactlyInAnyOrder(
                        "DUPLICATE_IN_FILE", "INVALID_EMAIL", "INVALID_PHONE", "MISSING_PHONE");
        assertThat(log("?result=failure").<List<String>>read("$.reasons[*].code"))
                .containsExactlyInAnyOrder("INVALID_EMAIL", "INVALID_PHONE");
        assertThat(rows(log("?reason=DUPLICATE_IN_FILE:duplicate_of_row"))).containsExactly(3);
        assertThat(counts(log("?source=file"))).containsExactly(0, 0, 0, 0);
        assertThat(counts(log("?source=api"))).containsExactly(6, 2, 2, 2);
    }

    @Test
    void somebodyIsFoundByNameAndByEachKeyWithTheirOwnCounts() {
        imports.run(FILE, "");

        assertThat(rows(log("?q=lovelace"))).containsExactly(3, 1);
        assertThat(counts(log("?q=lovelace"))).containsExactly(2, 1, 1, 0);
        assertThat(rows(log("?q=%2B1%20212%20555%200101"))).containsExactly(3, 1);
        assertThat(rows(log("?q=ben@example.org"))).containsExactly(2);
        assertThat(rows(log("?q=B-2"))).containsExactly(2);
        assertThat(rows(log("?q=D-4"))).as("found no contact").containsExactly(5);
        assertThat(rows(log("?q=cleo"))).containsExactly(4);
        assertThat(rows(log("?q=cleo@example.org&result=failure"))).isEmpty();
        assertThat(log("?q=cleo").<List<String>>read("$.reasons[*].code"))
                .containsExactly("MISSING_PHONE");
        assertThat(rows(log("?q=nobody-there@example.org"))).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEndedOverManyDeliveries() {
        imports.run(FILE, "");
        imports.run(FILE, "");
        imports.run(FILE, "");

        for (String filter :
                List.of("", "&result=failure", "&q=ada", "&reason=INVALID_PHONE:phone")) {
            List<String> whole = new ArrayList<>();
            String cursor = "";
            do {
                DocumentContext page = log("?limit=2" + filter + cursor);
                List<Map<String, Object>> items = page.read("$.items");
                items.forEach(item -> whole.add(item.get("delivery_id") + "/" + item.get("row")));
                String next = page.read("$.next");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            DocumentContext all = log("?limit=200" + filter);
            List<Map<String, Object>> items = all.read("$.items");
            assertThat(whole)
                    .as(filter)
                    .doesNotHaveDuplicates()
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            items.stream()
                                    .map(item -> item.get("delivery_id") + "/" + item.get("row"))
                                    .toList());
        }
        assertThat(counts(log(""))).containsExactly(18, 6, 6, 6);
    }

    @Test
    void aRangeHoldsWhatWasReceivedInIt() {
        imports.run(FILE, "");
        String at = log("").read("$.items[0].received_at");

        assertThat(counts(log("?from=" + at))).containsExactly(6, 2, 2, 2);
        assertThat(counts(log("?to=" + at))).containsExactly(0, 0, 0, 0);
        assertThat(rows(log("?to=" + at))).isEmpty();
        assertThat(counts(log("?from=2020-01-01T00:00:00Z"))).containsExactly(6, 2, 2, 2);
        assertThat(counts(log("?from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00%2B02:00")))
                .containsExactly(0, 0, 0, 0);
        assertThat(counts(log("?from=-999999999-01-01T00:00:00Z&to=%2B999999999-01-01T00:00:00Z")))
                .containsExactly(6, 2, 2, 2);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        for (String wrong :
                List.of("from=yesterday", "result=fine", "reason=NONSENSE", "limit=0")) {
            assertThat(api.get(LOG + "?" + wrong))
                    .as(wrong)
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.errors[0].pointer")
                    .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(api.get(LOG + "?cursor=xyz")).hasStatus(400);
    }

    @Test
    void whoeverMayNotReadContactsSeesMaskedValues() {
        imports.run(FILE, "");
        var key = keys.issue(tenant.id(), "log only", Set.of(Scope.IMPORTS_READ), null);
        var other = new TestApi(web, new TestTenant(tenant.id(), key.secret()));

        String text = TestBrowser.text(other.get(LOG));
        assertThat(text)
                .contains("A••• L•••", "+1•••01", "a•••@example.org")
                .doesNotContain("Lovelace", "212", "not an email", "=1+1", "A-1");
        assertThat(other.get(LOG + ".csv")).hasStatus(403);
    }

    @Test
    void anExportHoldsTheFilterAndRunsNothing() {
        imports.run(FILE, "");

        MvcTestResult answer = api.get(LOG + ".csv?result=failure");
        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"import-log.csv\"");
        String csv = TestBrowser.text(answer);
        assertThat(csv).startsWith("\uFEFFReceived at,Result,Action,Name");
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("Eve =1+1", "INVALID_PHONE", "INVALID_EMAIL", "D-4");
        assertThat(TestBrowser.text(api.get(LOG + ".csv?q=ada"))).contains(",'+12125550101,");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        imports.run(FILE, "");
        var other = new TestApi(web, tenants.create());

        assertThat(TestBrowser.text(other.get(LOG))).contains("\"items\":[]", "\"all\":0");
        assertThat(TestBrowser.text(other.get(LOG + "?q=ada"))).contains("\"items\":[]");
        assertThat(TestBrowser.text(other.get(LOG + ".csv")).lines()).hasSize(1);
        String cursor = log("?limit=1").read("$.next");
        assertThat(TestBrowser.text(other.get(LOG + "?cursor=" + cursor))).contains("\"items\":[]");
    }

    /// Which no index could hold.
    @Test
    void aTextThatIsTooLongForAKeyFailsItsRowOnly() {
        String text =
                new Random(1)
                        .ints(8_000, 'a', '{')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        DocumentContext done =
                imports.run(
                        "Phone,External id\n%s,A-1\n2125550101,%s\n2125550102,C-3\n"
                                .formatted(text, text),
                        "");

        assertThat(ImportApi.summary(done)).isEqualTo("completed 3: 1 created, 2 failed");
        DocumentContext log = log("?result=failure");
        assertThat(rows(log)).containsExactly(2, 1);
        assertThat(log.<Map<String, String>>read("$.items[1].payload"))
                .containsEntry("Phone", text);
        assertThat(rows(log("?q=A-1"))).containsExactly(1);
    }

    @Test
    void aReasonIsFoundBehindManyDeliveriesThatHaveItOtherwise() {
        String columns =
                "\"columns\": [{\"index\": 0, \"target\": \"phone\"}, {\"index\": 1, \"target\": \"external_id\"}]";
        imports.run("Phone,External id\n12,A-1\n", "{" + columns + "}");
        for (int i = 0; i < 4; i++) {
            imports.run(
                    "Phone,External id\n12,B-%d\n2125550199,X,too long a row\n".formatted(i),
                    "{" + columns + ", \"required\": [\"any\"], \"on_invalid\": \"drop_field\"}");
        }

        assertThat(counts(log("?result=failure"))).containsExactly(9, 0, 4, 5);
        DocumentContext log = log("?result=failure&reason=INVALID_PHONE:phone&limit=1");
        assertThat(log.<Integer>read("$.counts.failure")).isEqualTo(1);
        assertThat(log.<List<String>>read("$.items[*].external_id")).containsExactly("A-1");
    }

    @Test
    void rowsThatFoundNoPlaceForgetTheErasedToo() {
        imports.run("Phone,First name\n2125550101,Ada\n", "");
        imports.run(
                "Phone,First name,Email\n2125550101,Ada,nowhere\n2125550102,Ben,nowhere\n",
                "{\"columns\": [{\"index\": 0, \"target\": \"phone\"}, {\"index\": 1, \"target\": \"first_name\"}, {\"index\": 2, \"target\": \"email\"}], \"existing\": \"fail\"}");
        imports.run("Phone,First name\n+12125550101,Ada\n", "{\"existing\": \"fail\"}");
        String ada = TestApi.json(api.get("/api/v1/contacts?q=Ada")).read("$.items[0].id");

        assertThat(api.post("/api/v1/contacts/" + ada + "/erase", "")).hasStatus(204);

        assertThat(rows(log("?q=%2B12125550101"))).isEmpty();
        DocumentContext log = log("");
        assertThat(log.<String>read("$.items[0].result")).isEqualTo("failure");
        assertThat(log.jsonString()).contains("Ben").doesNotContain("+12125550101");
    }

    private DocumentContext log(String query) {
        MvcTestResult answer = api.get(LOG + query);
        assertThat(answer).as(TestBrowser.text(answer)).hasStatusOk();
        return TestApi.json(answer);
    }

    private static List<Integer> rows(DocumentContext log) {
        return log.read("$.items[*].row");
    }

    private static List<Integer> counts(DocumentContext log) {
        return List.of(
                log.read("$.counts.all"),
                log.read("$.counts.success"),
                log.read("$.counts.warning"),
                log.read("$.counts.failure"));
    }
}
