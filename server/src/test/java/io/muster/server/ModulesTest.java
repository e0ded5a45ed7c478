package io.muster.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The features keep to the arrows that their packages declare.
class ModulesTest {
    @Test
    void theArrowsPointOneWay() {
        // Templates are compiled into one package but belong to their features.
        var templates = resideInAPackage("io.muster.server.templates..");

        ApplicationModules.of(MusterApplication.class, templates).verify();
    }
}
