package io.muster.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ApiPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1/contacts",
                "/api//v1",
                "/%61pi/v1/contacts",
                "/a%70%69",
                "/api;a=b/v1/contacts",
                "/api/v1/%zz"
            })
    void forPrograms(String path) {
        assertThat(ApiPaths.isApi(request(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/apis", "/API/v1", "/imports/api", "/%zz", "/%2561pi/v1"})
    void forPeople(String path) {
        assertThat(ApiPaths.isApi(request(path))).isFalse();
    }

    @Test
    void anErrorIsShownToWhoeverAsked() {
        var shown = request("/error");
        shown.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/%61pi/v1/contacts");

        assertThat(ApiPaths.isApi(shown)).isTrue();
    }

    @Test
    void whereTheServerIsMountedDoesNotMatter() {
        var mounted = request("/muster/api/v1/contacts");
        mounted.setContextPath("/muster");

        assertThat(ApiPaths.isApi(mounted)).isTrue();
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
