package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.fields.FieldHolders;
import io.muster.server.imports.ImportTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What comes at once ends as if one had come after the other.
@ManyCommits
class RacesTest extends ImportTest {
    @Autowired CustomFields fields;
    @Autowired FieldHolders holders;
    private Installation installation;

    @BeforeEach
    void look() {
        installation = Installation.of(database(), properties.dataDir());
    }

    @Test
    void theSameSubmitFiftyTimesAtOnceIsOneImport() throws Exception {
        KnownFile file = new KnownFile(60);
        long before = files().count();
        Callable<MvcTestResult> submit =
                () -> api.send(api.startNow(file.bytes(), "").header("Idempotency-Key", "k"));

        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<MvcTestResult> one : threads.invokeAll(Collections.nCopies(50, submit))) {
                answers.add(one.get().getResponse().getStatus());
            }
        }

        assertThat(answers).contains(202).isSubsetOf(202, 409);
        assertThat(files().count()).isEqualTo(before + 1);
        assertThat(imports()).hasSize(1);
        UUID id = UUID.fromString(imports().getFirst());
        installation.assertCompletes(api.tenant().id(), id, file);
    }

    @Test
    void theSameContactsInOppositeOrder() throws Exception {
        List<Integer> people = IntStream.range(0, 350).boxed().toList();
        try (Hold start = Hold.beforeWriting(installation, api.tenant().id())) {
            UUID one = start(people, "Ana");
            UUID other = start(people.reversed(), "Ben");
            start.awaitCaught(2);
            start.close();

            RunState first = installation.await(one, RunState::isFinished);
            RunState second = installation.await(other, RunState::isFinished);

            for (RunState end : List.of(first, second)) {
                assertThat(end.status()).isEqualTo("completed");
                assertThat(end.epoch()).as("runs").isEqualTo(1);
                assertThat(end.counts().created() + end.counts().updated())
                        .isEqualTo(end.counts().processed())
                        .isEqualTo(people.size());
            }
            assertThat(first.counts().created()).as("a mixture").isBetween(1L, 349L);
            assertThat(first.counts().created() + second.counts().created())
                    .isEqualTo(people.size());
            installation.assertInvariants(api.tenant().id());
        }
    }

    @Test
    void aFieldThatIsRetiredMeanwhileLosesNothing() throws Exception {
        fields.create(
                api.tenant().id(),
                "plan",
                "Plan",
                new FieldSpec(FieldType.CHOICE, List.of("Gold")));
        String file =
                IntStream.range(0, 350)
                        .mapToObj(person -> "+1415555%04d,gold\n".formatted(person))
                        .collect(Collectors.joining("", "Phone,Plan\n", ""));
        UUID id = api.upload(file);
        assertThat(api.map(id, "{}")).hasStatusOk();

        try (Hold halfway = Hold.beforeCommit(installation, id, 200)) {
            assertThat(api.start(id)).hasStatus(202);
            halfway.awaitCaught();
            fields.retire(api.tenant().id(), "plan");
        }

        RunState end = installation.await(id, RunState::isFinished);
        assertThat(end.status()).isEqualTo("completed");
        assertThat(end.counts().created()).isEqualTo(350);
        installation.assertInvariants(api.tenant().id());
        CustomField back = fields.restore(api.tenant().id(), "plan");
        assertThat(holders.count(api.tenant().id(), back)).isEqualTo(350);
    }

    @Test
    void optionsThatAnImportAddsMeanwhileStay() throws Exception {
        fields.create(
                api.tenant().id(),
                "plan",
                "Plan",
                new FieldSpec(FieldType.CHOICE, List.of("Gold")));
        UUID id = api.upload("Phone,Plan\n+14155552600,Gold\n+14155552601,Tin\n");
        assertThat(
                        api.map(
                                id,
                                "{\"columns\": [{\"index\": 0, \"target\": \"phone\"}, {\"index\": 1, \"target\": \"cf:plan\", \"unknown_choice\": \"add\"}]}"))
                .hasStatusOk();
        CustomField seen = fields.get(api.tenant().id(), "plan");
        assertThat(api.start(id)).hasStatus(202);
        installation.await(id, RunState::isFinished);

        fields.change(
                api.tenant().id(),
                new CustomField("plan", "Plans", FieldType.CHOICE, List.of("Silver")),
                seen.options());

        assertThat(fields.get(api.tenant().id(), "plan").options())
                .containsExactly("Silver", "Tin");
    }

    private UUID start(List<Integer> people, String name) {
        String file =
                people.stream()
                        .map(person -> "+1415555%04d,%s\n".formatted(person, name))
                        .collect(Collectors.joining("", "Phone,First name\n", ""));
        UUID id = api.upload(file);
        assertThat(api.map(id, "{}")).hasStatusOk();
        assertThat(api.start(id)).hasStatus(202);
        return id;
    }
}
