package io.muster.server.demo;

import io.muster.server.platform.MusterProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// Imports the sample files as soon as the server is ready, and says what came of it.
///
/// Customers come first, so that the messy file after them finds some to update. A later start on
/// the same data imports nothing again: it shows what came of the first time.
class Demo {
    static final String CUSTOMERS = "customers.csv";
    static final String LEADS = "trade-fair-leads.csv";

    private final MusterProperties properties;
    private final Environment environment;
    private final DemoTenant tenant;
    private final JsonMapper json;
    private final Clock clock;

    Demo(
            MusterProperties properties,
            Environment environment,
            DemoTenant tenant,
            JsonMapper json,
            Clock clock) {
        this.properties = properties;
        this.environment = environment;
        this.tenant = tenant;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void show(ApplicationReadyEvent ready) {
        boolean right = show(System.out);
        if (properties.demoOnce()) {
            System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> right ? 0 : 1));
        }
    }

    /// @return whether all is as it has to be
    boolean show(PrintStream out) {
        DemoTenant.SignIn signIn = tenant.open();
        DemoApi api = new DemoApi(here(), signIn.key(), json, clock);
        DemoReport report = new DemoReport(out);
        DemoResult customers = result(api, CUSTOMERS);
        DemoResult leads = result(api, LEADS);
        report.brief(customers);
        report.full(leads);
        report.signIn(properties.baseUrl(), signIn);
        return customers.wrong().isEmpty() && leads.wrong().isEmpty();
    }

    /// Goes on where an earlier start left off.
    DemoResult result(DemoApi api, String file) {
        var path = new ClassPathResource("demo/" + file);
        DemoApi.Imported one = api.find(file).orElseGet(() -> api.upload(path));
        if (one.isWaiting()) {
            api.mapAsSuggested(one.id());
        }
        DemoApi.Reviewed review = one.isWaiting() ? api.review(one.id()) : api.reviewed(one.id());
        DemoApi.Imported imported = one.isWaiting() ? api.run(one.id()) : api.finished(one.id());
        return new DemoResult(imported, review, api.remarks(one.id()), known(file));
    }

    private URI here() {
        return URI.create(
                "http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    private Known known(String file) {
        String path = "demo/" + file.replace(".csv", ".json");
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return json.readValue(in, Known.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
