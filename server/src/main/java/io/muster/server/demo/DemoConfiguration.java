package io.muster.server.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Leaves no trace of the demo unless it is asked for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("muster.demo")
@Import({Demo.class, DemoTenant.class})
class DemoConfiguration {}
