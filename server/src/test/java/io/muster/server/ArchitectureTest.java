package io.muster.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;

/// The rules that keep the code in the shape that `CONTRIBUTING.md` describes.
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;

    /// Stores, or methods of theirs, that are asked before a tenant is known or for all of them.
    private static final Set<String> OF_NO_TENANT =
            Set.of(
                    // Settings of the transaction.
                    "ContactLookup.goByIndex",
                    // People sign in across tenants.
                    "AccountStore",
                    "MemberStore.tenantsOf",
                    // The key of the whole installation.
                    "KeyCheckStore",
                    // A key tells the tenant.
                    "ApiKeyStore.findValid",
                    // A temporary table that one transaction of one tenant sees.
                    "DryUndoneStore",
                    // Reads what a query of a tenant found.
                    "ContactRow.mapRow",
                    // The months of the log hold all tenants.
                    "LogPartitionStore.ensureMonthsAhead");

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("muster/server/templates"))
                    .importPackages("io.muster");

    @Test
    void theEngineKnowsNoFrameworkNoDatabaseAndNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage("io.muster.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.muster.server..",
                        "org.springframework..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "java.net..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..")
                .check(CODE);
    }

    @Test
    void onlyStoresTouchTheDatabase() {
        noClasses()
                .that(not(resideInAPackage("..store..")))
                // The database itself, its pools and roles.
                .and(not(resideInAPackage("io.muster.server.platform..")))
                // Opens the tenant's transaction, before there is a store to ask.
                .and(not(simpleNameIs("TenantTransactions", "TenantsConfiguration")))
                // Wires the scheduler and the sessions to the pools.
                .and(not(simpleNameIs("JobsConfiguration", "SessionStore")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.springframework.jdbc..")
                .check(CODE);
    }

    @Test
    void storesTakeTheTenantFirst() {
        methods()
                .that()
                .areDeclaredInClassesThat(
                        resideInAPackage("io.muster.server..store..")
                                .and(metaAnnotatedWith(Component.class)))
                .and()
                .arePublic()
                .and(not(ofNoTenant()))
                .should(takeATenantFirst())
                .check(CODE);
    }

    @Test
    void thereIsOneClock() {
        ArchCondition<JavaClass> askTheMachine =
                new ArchCondition<>("ask the machine for the time") {
                    private static final Map<String, Set<String>> WAYS =
                            Map.of(
                                    "java.time.Instant", Set.of("now"),
                                    "java.time.LocalDate", Set.of("now"),
                                    "java.time.LocalDateTime", Set.of("now"),
                                    "java.time.ZonedDateTime", Set.of("now"),
                                    "java.time.OffsetDateTime", Set.of("now"),
                                    "java.time.YearMonth", Set.of("now"),
                                    "java.time.Clock", Set.of("systemUTC", "systemDefaultZone"),
                                    "java.lang.System", Set.of("currentTimeMillis"));

                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        item.getMethodCallsFromSelf().stream()
                                .filter(call ->
                                        WAYS.getOrDefault(call.getTargetOwner().getName(), Set.of())
                                                        .contains(call.getName())
                                                && call.getTarget().getParameterTypes().stream()
                                                        .noneMatch(type ->
                                                                type.getName()
                                                                        .equals(
                                                                                Clock.class
                                                                                        .getName())))
                                .forEach(call ->
                                        events.add(
                                                SimpleConditionEvent.satisfied(
                                                        call, call.getDescription())));
                    }
                };

        noClasses()
                .that(not(simpleNameIs("PlatformConfiguration")))
                .should(askTheMachine)
                .check(CODE);
    }

    @Test
    void namesSayWhatThingsAre() {
        for (String empty : List.of("Util", "Utils", "Helper", "Manager", "Impl")) {
            noClasses().should().haveSimpleNameEndingWith(empty).check(CODE);
        }
    }

    @Test
    void everyPackageDeniesNulls() {
        Set<String> open = new TreeSet<>();
        for (JavaClass type : CODE) {
            if (!type.getPackage().tryGetPackageInfo().isPresent()
                    || !type.getPackage().isAnnotatedWith(NullMarked.class)) {
                open.add(type.getPackageName());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyFeatureDeclaresItsArrows() {
        Set<String> undeclared =
                CODE.stream()
                        .map(JavaClass::getPackage)
                        .filter(one -> one.getName().matches("io\\.muster\\.server\\.[a-z]+"))
                        .filter(one -> !one.isAnnotatedWith(ApplicationModule.class))
                        .map(one -> one.getName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(undeclared).isEmpty();
    }

    @Test
    void noFileIsLongerThanAnybodyReads() throws IOException {
        Set<Path> tooLong = new TreeSet<>();
        for (String module : List.of("engine", "server", "bench", "e2e")) {
            Path sources = Path.of("..", module, "src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(this::isJava).toList()) {
                        if (Files.readAllLines(file).size() > LONGEST_FILE) {
                            tooLong.add(file);
                        }
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    private static DescribedPredicate<JavaMethod> ofNoTenant() {
        return DescribedPredicate.describe(
                "are of no tenant",
                method ->
                        OF_NO_TENANT.contains(name(method))
                                || OF_NO_TENANT.contains(method.getOwner().getSimpleName()));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static ArchCondition<JavaMethod> takeATenantFirst() {
        return new ArchCondition<>("take a tenant first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean first =
                        !method.getRawParameterTypes().isEmpty()
                                && method.getRawParameterTypes()
                                        .getFirst()
                                        .isEquivalentTo(TenantId.class);
                events.add(new SimpleConditionEvent(method, first, method.getDescription()));
            }
        };
    }

    private static DescribedPredicate<JavaClass> simpleNameIs(String... names) {
        return DescribedPredicate.describe(
                "are " + String.join(" or ", names),
                type -> Set.of(names).contains(type.getSimpleName()));
    }
}
