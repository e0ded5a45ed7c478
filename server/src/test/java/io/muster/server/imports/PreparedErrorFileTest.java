package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A workbook with very many rows is prepared in the background, and anew when the rows change.
class PreparedErrorFileTest extends ImportTest {

    private static final String OPTIONS =
            """
            {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "first_name"}]}
            """;

    @Test
    void itIsThereAfterAWhileAndFollowsTheRows() {
        StringBuilder file = new StringBuilder("Phone,First name\n");
        for (int row = 1; row <= 25; row++) {
            file.append(row).append(",Ada\n");
        }
        UUID id = ImportApi.id(api.run(file.toString(), OPTIONS));

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
