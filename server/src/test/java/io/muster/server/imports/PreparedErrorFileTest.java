package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A workbook with very many rows is prepared in the background, and anew when the rows change.
@TestPropertySource(properties = "muster.import.prepared-rows=1")
class PreparedErrorFileTest extends ImportTest {

    @Test
    void itIsThereAfterAWhileAndFollowsTheRows() {
        UUID id = ImportApi.id(api.run("Phone,First name\n12,Ada\n13,Ben\n14,Cem\n", "{}"));

        MvcTestResult first = xlsx(id);
        assertThat(first).hasStatus(202).hasHeader("Retry-After", "3");
        int size = ready(id);

        api.edit(id, 1, "{\"First name\": \"" + "Adalbert ".repeat(200) + "\"}");
        assertThat(xlsx(id)).as("the rows are others now").hasStatus(202);
        assertThat(ready(id)).isGreaterThan(size);

        api.retry(id);
        assertThat(xlsx(id)).as("another attempt").hasStatus(202);
        ready(id);
    }

    private int ready(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> xlsx(id), answer -> answer.getResponse().getStatus() == 200)
                .getResponse()
                .getContentAsByteArray()
                .length;
    }

    private MvcTestResult xlsx(UUID id) {
        return api.get("/api/v1/imports/" + id + "/errors.xlsx");
    }
}
