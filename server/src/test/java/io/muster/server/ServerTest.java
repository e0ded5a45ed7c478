package io.muster.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/// A test against the whole server, without a port, which all such tests share. Each makes a tenant
/// of its own. Error files of more than twenty rows count as large, webhooks are tried quickly, and
/// of addresses that are not public only this machine's first may be reached.
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        properties = {
            "muster.import.prepared-rows=20",
            "muster.webhook.attempts=3",
            "muster.webhook.first-pause=100ms",
            "muster.webhook.timeout=1s",
            "muster.outgoing.networks=127.0.0.1/32",
            "muster.pull.folder=target/pulled",
            "muster.pull.quiet=0s"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface ServerTest {}
