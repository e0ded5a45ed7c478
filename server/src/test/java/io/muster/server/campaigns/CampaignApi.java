package io.muster.server.campaigns;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.TestApi;
import io.muster.server.imports.ImportApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign of one tenant, as a program sees it.
public record CampaignApi(TestApi api, ImportApi imports, String id) {
    private static final String CAMPAIGNS = "/api/v1/campaigns";

    /// @param expected null for nobody knows
    public static CampaignApi create(TestApi api, ImportApi imports, @Nullable Integer expected) {
        return new CampaignApi(
                api,
                imports,
                api.made(
                        CAMPAIGNS,
                        "{\"name\": \"Spring\", \"expected_contacts\": %s}".formatted(expected)));
    }

    public String path() {
        return CAMPAIGNS + "/" + id;
    }

    /// Imports a file into the campaign and waits for the end.
    ///
    /// @param options further ones as JSON members, each with its comma behind it
    public UUID bring(String file, String options) {
        return ImportApi.id(
                imports.run(file, "{" + options + "\"campaign_id\": \"" + id + "\"}"));
    }

    public int members() {
        return TestApi.json(api.get(path())).read("$.members");
    }

    public List<String> phones() {
        return TestApi.json(api.get(path() + "/members?limit=200")).read("$.items[*].phone");
    }

    public DocumentContext readiness() {
        return TestApi.json(api.get(path() + "/readiness"));
    }

    /// The codes of the checks that are not passed.
    public List<String> open() {
        List<Map<String, Object>> checks = readiness().read("$.checks[?(@.passed == false)]");
        return checks.stream().map(check -> String.valueOf(check.get("code"))).toList();
    }

    public String message(String code) {
        List<String> messages =
                readiness().read("$.checks[?(@.code == '" + code + "')].message");
        return messages.getFirst();
    }
}
