package io.muster.server.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as other systems export them, from upload to contacts, by the suggested mapping.
class SampleImportsTest extends ImportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    german-excel-semicolon.csv | DE | windows-1252 | +493080445685
                    google-contacts.csv        | US | UTF-8        | +15125956039
                    hubspot-bom.csv            | US | UTF-8        | +15125956039
                    linkedin-connections.csv   | US | UTF-8        |
                    mailchimp.csv              | US | UTF-8        | +15125956039
                    outlook-windows1252.csv    | US | windows-1252 | +15125956039
                    salesforce-report.csv      | US | UTF-8        | +15125956039
                    """)
    void everySampleBecomesContacts(
            String file, String region, String encoding, @Nullable String phone)
            throws IOException {
        byte[] content = sample(file);
        String options =
                "{\"default_region\": \"%s\", \"required\": [\"%s\"]}"
                        .formatted(region, phone == null ? "any" : "phone");
        UUID id = api.upload(content, options);
        assertThat(api.map(id, "{}"))
                .bodyJson()
                .extractingPath("$.format.encoding")
                .isEqualTo(encoding);
        DocumentContext review = api.review(id);
        assertThat(api.start(id)).hasStatus(202);

        assertThat(ImportApi.summary(api.await(id))).isEqualTo("completed 60: 60 created");
        assertThat(review.<Integer>read("$.created")).isEqualTo(60);
        assertThat(api.get("/api/v1/contacts?q=Okafor"))
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items[0].first_name").isEqualTo("María");
                    assertThat(json).extractingPath("$.items[0].last_name").isEqualTo("Okafor");
                    assertThat(json).extractingPath("$.items[0].phone").isEqualTo(phone);
                });
        assertThat(api.download(id, "errors.csv").lines()).as("a header alone").hasSize(1);
        assertThat(ImportApi.summary(api.run(content, options)))
                .as("the same again")
                .isEqualTo(
                        phone == null
                                // Most of these rows have no key, so nobody can tell them apart.
                                ? "completed 60: 45 created, 15 unchanged"
                                : "completed 60: 60 unchanged");
    }

    private static byte[] sample(String file) throws IOException {
        try (var in = SampleImportsTest.class.getResourceAsStream("/samples/" + file)) {
            return requireNonNull(in, file).readAllBytes();
        }
    }
}
