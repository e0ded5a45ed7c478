package io.muster.server.imports.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/// A server that commits after every seventh row, on connections that can lose commits, and gives
/// up soon.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ContextConfiguration(initializers = FailingCommits.class)
@TestPropertySource(
        properties = {
            "muster.import.batch-rows=7",
            "muster.import.workers=6",
            "muster.import.attempts=3",
            "muster.import.heartbeat=1s"
        })
@interface ManyCommits {}
