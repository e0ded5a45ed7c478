package io.muster.server.access.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.server.ServerTest;
import io.muster.server.TestBrowser;
import io.muster.server.TestTenants;
import io.muster.server.TestTenants.TestTenant;
import io.muster.server.access.ApiKeys;
import io.muster.server.access.Idempotency;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.Scope;
import io.muster.server.imports.Multipart;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.BodyLimits;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServerTest
class IdempotencyTest {
    private static final String BODY = "{\"name\": \"Once\", \"scopes\": [\"imports:read\"]}";

    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired ApiKeys keys;
    @Autowired Idempotency idempotency;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    private TestTenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = tenants.create();
    }

    @Test
    void theSameRequestIsAnsweredFromMemory() {
        MvcTestResult first = post("k", BODY);
        MvcTestResult again = post("k", BODY);

        assertThat(first).hasStatus(201).doesNotContainHeader(IdempotencyFilter.REPLAYED);
        assertThat(again)
                .hasStatus(201)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .hasHeader(IdempotencyFilter.REPLAYED, "true");
        assertThat(TestBrowser.text(again)).isEqualTo(TestBrowser.text(first));
        assertThat(keysMade()).isEqualTo(1);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        post("k", BODY);

        assertThat(post("k", BODY.replace("Once", "Twice")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:muster:problem:idempotency-key-reused");
    }

    @Test
    void aRefusedRequestLeavesTheKeyFree() {
        assertThat(post("k", "{\"name\": \"\"}")).hasStatus(422);

        assertThat(post("k", BODY)).hasStatus(201);
    }

    @Test
    void theSameKeyOfAnotherTenantIsAnotherKey() {
        post("k", BODY);
        tenant = tenants.create();

        assertThat(post("k", BODY)).hasStatus(201).doesNotContainHeader(IdempotencyFilter.REPLAYED);
    }

    @Test
    void fiftyAtOnceCountOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> submit = () -> post("k", BODY).getResponse().getStatus();
            Map<Integer, Long> answers =
                    threads.invokeAll(Stream.generate(() -> submit).limit(50).toList()).stream()
                            .map(future -> future.resultNow())
                            .collect(Collectors.groupingBy(s -> s, Collectors.counting()));

            assertThat(answers.keySet()).isSubsetOf(201, 409).contains(201);
        }
        assertThat(keysMade()).isEqualTo(1);
    }

    @Test
    void whoeverComesWhileTheWorkRunsIsToldWhenToComeBack() {
        var caller = new KeyCaller(tenant.id(), UUID.randomUUID(), "Test", Scope.all());
        Callable<MvcTestResult> meanwhile = () -> post("k", BODY);

        idempotency.once(
                uploadWith("k"),
                caller,
                "hash",
                () -> {
                    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        assertThat(threads.submit(meanwhile).get())
                                .hasStatus(409)
                                .hasHeader(HttpHeaders.RETRY_AFTER, "1");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    return ResponseEntity.noContent().build();
                });
    }

    @Test
    void anUploadIsKnownByItsHash() {
        var caller = new KeyCaller(tenant.id(), UUID.randomUUID(), "Test", Scope.all());
        var runs = new AtomicInteger();
        Supplier<ResponseEntity<?>> work =
                () ->
                        ResponseEntity.created(URI.create("/api/v1/imports/7"))
                                .body(Map.of("run", runs.incrementAndGet()));

        var first = idempotency.once(uploadWith("k"), caller, "hash", work);
        var again = idempotency.once(uploadWith("k"), caller, "hash", work);

        assertThat(runs).hasValue(1);
        assertThat(again.getStatusCode()).isEqualTo(first.getStatusCode());
        assertThat(again.getHeaders().getLocation()).isEqualTo(first.getHeaders().getLocation());
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getHeaders().getFirst(IdempotencyFilter.REPLAYED)).isEqualTo("true");
    }

    @Test
    void anUploadIsStreamedHoweverItsTypeIsWritten() {
        MvcTestResult first = upload("Multipart/Form-Data");
        MvcTestResult again = upload("multipart/form-data");

        assertThat(first).hasStatus(201).doesNotContainHeader(IdempotencyFilter.REPLAYED);
        assertThat(again).hasStatus(201).hasHeader(IdempotencyFilter.REPLAYED, "true");
    }

    @Test
    void noMoreIsHeldThanFits() throws IOException {
        var request = new MockHttpServletRequest("POST", "/api/v1/api-keys");
        request.setContent(new byte[(int) BodyLimits.JSON]);
        assertThat(HeldRequest.of(request).body()).hasSize((int) BodyLimits.JSON);

        request.setContent(new byte[(int) BodyLimits.JSON + 1]);
        assertThatThrownBy(() -> HeldRequest.of(request))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE));
    }

    @Test
    void theOperatorsRetryMeetsTheTenantItMade() {
        MvcTestResult first = makeTenantWith("t-" + tenant.id());
        MvcTestResult again = makeTenantWith("t-" + tenant.id());

        assertThat(first).hasStatus(201);
        assertThat(TestBrowser.text(again)).isEqualTo(TestBrowser.text(first));
    }

    @Test
    void whatIsKeptCannotBeReadWithoutTheKey() {
        MvcTestResult first = post("a-telling-key", BODY);

        List<String> kept =
                transactions.call(
                        tenant.id(),
                        () ->
                                jdbc.sql(
                                                "select encode(key, 'escape') || encode(body,"
                                                        + " 'escape') from idempotency_key")
                                        .query((row, number) -> row.getString(1))
                                        .list());

        assertThat(TestBrowser.text(first)).contains("mst_");
        assertThat(kept)
                .hasSize(1)
                .noneMatch(text -> text.contains("mst_") || text.contains("telling"));
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        post("k", BODY);
        transactions.run(
                tenant.id(),
                () ->
                        jdbc.sql(
                                        "update idempotency_key set created_at = now() - interval"
                                                + " '24 hours'")
                                .update());

        assertThat(post("k", BODY)).hasStatus(201).doesNotContainHeader(IdempotencyFilter.REPLAYED);
    }

    @Test
    void anUnusableKeyIsNamed() {
        assertThat(post("x".repeat(256), BODY))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("Idempotency-Key");
    }

    private MvcTestResult post(String key, String body) {
        return web.post()
                .uri("/api/v1/api-keys")
                .header(HttpHeaders.AUTHORIZATION, tenant.bearer())
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult upload(String type) {
        Multipart form = new Multipart().file("Phone\n+14155552600\n".getBytes(UTF_8));
        return web.post()
                .uri("/api/v1/imports")
                .header(HttpHeaders.AUTHORIZATION, tenant.bearer())
                .header(IdempotencyKey.HEADER, "k")
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        form.contentType().replace("multipart/form-data", type))
                .content(form.body())
                .exchange();
    }

    private MvcTestResult makeTenantWith(String key) {
        return web.post()
                .uri("/api/v1/tenants")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTenants.OPERATOR_KEY)
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Acme\"}")
                .exchange();
    }

    private MockHttpServletRequest uploadWith(String key) {
        var request = new MockHttpServletRequest("POST", "/api/v1/imports");
        request.addHeader(HttpHeaders.AUTHORIZATION, tenant.bearer());
        request.addHeader(IdempotencyKey.HEADER, key);
        return request;
    }

    /// Without the one that the test itself came with.
    private int keysMade() {
        return keys.list(tenant.id(), null, 100).size() - 1;
    }
}
