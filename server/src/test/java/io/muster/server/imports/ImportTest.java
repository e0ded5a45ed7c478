package io.muster.server.imports;

import io.muster.server.ServerTest;
import io.muster.server.TestTenants;
import io.muster.server.platform.DatabaseAddress;
import io.muster.server.platform.MusterProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A tenant with imports; after each test the invariants hold.
@ServerTest
abstract class ImportTest {
    @Autowired MockMvcTester web;
    @Autowired TestTenants tenants;
    @Autowired MusterProperties properties;

    /// The API in the name of the test's own tenant.
    ImportApi api;

    @BeforeEach
    void makeTenant() {
        api = new ImportApi(web, tenants.create());
    }

    @AfterEach
    void invariantsHold() {
        invariants().assertHold(api.tenant().id());
    }

    Invariants invariants() {
        return Invariants.of(database());
    }

    DatabaseAddress database() {
        MusterProperties.Database database = properties.database();
        return new DatabaseAddress(
                database.url() + "", database.user() + "", database.password() + "");
    }
}
