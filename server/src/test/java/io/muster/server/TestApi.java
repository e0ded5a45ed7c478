package io.muster.server;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.muster.server.TestTenants.TestTenant;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Calls of the API in the name of a tenant.
public record TestApi(MockMvcTester web, TestTenant tenant) {

    public MvcTestResult get(String path) {
        return call(HttpMethod.GET, path, "");
    }

    public MvcTestResult post(String path, String json) {
        return call(HttpMethod.POST, path, json);
    }

    /// Makes a thing.
    ///
    /// @return its id
    public String made(String path, String json) {
        return json(post(path, json)).read("$.id");
    }

    public MvcTestResult patch(String path, String json) {
        return call(HttpMethod.PATCH, path, json);
    }

    public MvcTestResult delete(String path) {
        return call(HttpMethod.DELETE, path, "");
    }

    public MvcTestResult call(HttpMethod method, String path, String json) {
        return web.method(method)
                .uri(URI.create(path))
                .header("Authorization", tenant.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    public static DocumentContext json(MvcTestResult answer) {
        return JsonPath.parse(TestBrowser.text(answer));
    }
}
