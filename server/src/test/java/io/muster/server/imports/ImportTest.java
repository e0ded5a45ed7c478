package io.muster.server.imports;

import io.muster.server.ServerTest;
import io.muster.server.TestFiles;
import io.muster.server.TestTenants;
import io.muster.server.platform.DatabaseAddress;
import io.muster.server.platform.MusterProperties;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A tenant with imports; after each test the invariants hold.
@ServerTest
public abstract class ImportTest {
    @Autowired protected MockMvcTester web;
    @Autowired protected TestTenants tenants;
    @Autowired protected MusterProperties properties;

    /// The API in the name of the test's own tenant.
    protected ImportApi api;

    @BeforeEach
    void makeTenant() {
        api = new ImportApi(web, tenants.create());
    }

    @AfterEach
    void invariantsHold() {
        invariants().assertHold(api.tenant().id());
    }

    protected Invariants invariants() {
        return Invariants.of(database());
    }

    protected DatabaseAddress database() {
        MusterProperties.Database database = properties.database();
        return new DatabaseAddress(
                database.url() + "", database.user() + "", database.password() + "");
    }

    /// The ids of the tenant's latest imports.
    protected List<String> imports() {
        return ImportApi.json(api.get("/api/v1/imports")).read("$.items[*].id");
    }

    protected TestFiles files() {
        return TestFiles.of(properties);
    }
}
