package org.ontherecord;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.security.Authenticated;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds the code to docs/architecture.md. */
class ArchitectureTest {

    private static final String ROOT = "org.ontherecord";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final Set<String> FEATURES = Set.of(
            "article",
            "speaker",
            "claim",
            "matching",
            "extraction",
            "review",
            "published",
            "search",
            "account",
            "demo");

    private static final Map<String, Set<String>> NEVER_IMPORTS = Map.ofEntries(
            Map.entry("article", Set.of("claim", "extraction", "review", "published", "search", "demo")),
            Map.entry("speaker", allFeaturesBut("speaker", "account")),
            Map.entry("claim", Set.of("extraction", "review", "published", "search", "demo")),
            Map.entry("extraction", Set.of("review", "published", "search", "demo")),
            Map.entry("review", Set.of("extraction", "published", "search", "demo")),
            Map.entry("published", allFeaturesBut("published")),
            Map.entry("search", allFeaturesBut("search", "published", "matching")),
            Map.entry("matching", allFeaturesBut("matching")),
            Map.entry("account", allFeaturesBut("account")),
            Map.entry("platform", FEATURES),
            Map.entry("demo", Set.of("published", "search")));

    /** The drawing of the timeline knows nothing of the record: who writes a claim sees the figure its readers will see. */
    private static final Map<String, Set<String>> EXCEPT = Map.of("review", Set.of("published.timeline"));

    @TestFactory
    Stream<DynamicTest> noPackageImportsWhatTheTableForbids() {
        return NEVER_IMPORTS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(in(row.getKey()))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(row.getValue().stream()
                                                .map(ArchitectureTest::in)
                                                .toArray(String[]::new))
                                        .and(areNot(
                                                resideInAnyPackage(EXCEPT.getOrDefault(row.getKey(), Set.of()).stream()
                                                        .map(ArchitectureTest::in)
                                                        .toArray(String[]::new)))))
                                .allowEmptyShould(true)
                                .check(CODE)));
    }

    @Test
    void thereAreNoOtherPackages() {
        Set<String> known = new HashSet<>(NEVER_IMPORTS.keySet());
        assertThat(CODE)
                .extracting(type -> type.getPackageName()
                        .replaceFirst("^org\\.ontherecord\\.?", "")
                        .split("\\.")[0])
                .isSubsetOf(known);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void theTimelineKnowsNothingOfThePagesItStandsOn() {
        noClasses()
                .that()
                .resideInAPackage(in("published.timeline"))
                .should()
                .dependOnClassesThat(
                        areNot(resideInAPackage(in("published.timeline"))).and(resideInAPackage(in("published"))))
                .check(CODE);
    }

    @Test
    void readingKnowsNothingButWords() {
        noClasses()
                .that()
                .resideInAPackage(in("extraction.reading"))
                .should()
                .dependOnClassesThat(
                        areNot(resideInAPackage(in("extraction.reading"))).and(resideInAPackage(ROOT + "..")))
                .check(CODE);
    }

    @TestFactory
    Stream<DynamicTest> everyPackageSaysWhatItIsFor() {
        return CODE.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path sentence = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
                    assertThat(sentence).exists();
                    assertThat(Files.readString(sentence)).contains("/**");
                }));
    }

    @Test
    void onlyTheEdgeKnowsHttp() {
        noClasses()
                .that(areNot(edge("Desk", "Page", "Api", "Feed")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(CODE);
    }

    @Test
    void onlyPagesKnowTemplates() {
        noClasses()
                .that(areNot(edge("Desk", "Page", "Messages", "Wording")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quarkus.qute..")
                .check(CODE);
    }

    @Test
    void everyDeskIsGuardedByRole() {
        methods()
                .that(areEntrances("Desk"))
                .should(sayWhoMayEnter("a role", List.of(RolesAllowed.class, Authenticated.class)))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void everyPageAndApiSaysWhoMayEnter() {
        methods()
                .that(areEntrances("Page", "Api", "Feed", "SignIn"))
                .should(sayWhoMayEnter(
                        "who may enter", List.of(PermitAll.class, RolesAllowed.class, Authenticated.class)))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void templatesAndJsonSeeNoEntities() {
        methods()
                .that(describe(
                        "feed a template or answer with JSON",
                        method -> isTemplate(method)
                                || edge("Api").test(method.getOwner())
                                        && method.getModifiers().contains(JavaModifier.PUBLIC)))
                .should(showNoEntity())
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void anEntityIsChangedOnlyByItsOwnPackage() {
        classes().should(setFieldsOnlyOfTheirOwnEntities()).check(CODE);
    }

    @Test
    void thePublicSideNeverWrites() {
        noClasses()
                .that(resideInAnyPackage(in("published"), in("search")))
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .orShould()
                .accessTargetWhere(
                        describe(
                                "write to the database",
                                access ->
                                        Set.of("persist", "merge", "remove", "delete", "executeUpdate", "executeBatch")
                                                        .contains(access.getTarget()
                                                                .getName())
                                                && access.getTargetOwner()
                                                        .getPackageName()
                                                        .matches(
                                                                "jakarta\\.persistence|java\\.sql|org\\.hibernate.*|io\\.quarkus\\..*")))
                .allowEmptyShould(true)
                .check(CODE);
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(in("published"), in("search")))
                .should()
                .notBeAnnotatedWith(POST.class)
                .andShould()
                .notBeAnnotatedWith(PUT.class)
                .andShould()
                .notBeAnnotatedWith(PATCH.class)
                .andShould()
                .notBeAnnotatedWith(DELETE.class)
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void theTimeIsAskedOfTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".platform.ClockProducer")
                .should()
                .accessTargetWhere(describe("ask the machine for the time", ArchitectureTest::asksTheMachine))
                .check(CODE);
    }

    @Test
    void onlyThePageFetcherTheModelClientAndTheArchiveClientGoOut() {
        noClasses()
                .that(
                        areNot(
                                describe(
                                        "the page fetcher, the model client or the archive client",
                                        type -> outermost(type)
                                                .getName()
                                                .matches(
                                                        ROOT
                                                                + "\\.(article\\.(PageFetcher|SiteAnswer|PublicAddresses)|extraction\\.model\\.ModelClient|review\\.copies\\.ArchiveClient)"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.apache.hc..",
                        "io.vertx..client..",
                        "jakarta.ws.rs.client..",
                        "dev.langchain4j..")
                .check(CODE);
    }

    @Test
    void onlyThePlatformWritesRawHtml() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("platform"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.qute.RawString")
                .check(CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("DTO")
                .andShould()
                .haveSimpleNameNotEndingWith("Dto")
                .andShould()
                .haveSimpleNameNotEndingWith("Base")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotStartingWith("Abstract")
                .check(CODE);
    }

    private static Set<String> allFeaturesBut(String... allowed) {
        Set<String> others = new HashSet<>(FEATURES);
        List.of(allowed).forEach(others::remove);
        return others;
    }

    private static String in(String feature) {
        return ROOT + "." + feature + "..";
    }

    /** Classes by the last part of their name, and the door of the desk; what is nested in one belongs to it. */
    private static DescribedPredicate<JavaClass> edge(String... suffixes) {
        return describe(
                "at the edge",
                type -> resideInAPackage(in("platform")).test(type)
                        || Set.of("SignIn", "SessionCookie")
                                .contains(outermost(type).getSimpleName())
                        || Stream.of(suffixes)
                                .anyMatch(suffix ->
                                        outermost(type).getSimpleName().endsWith(suffix)));
    }

    private static <T> DescribedPredicate<T> areNot(DescribedPredicate<T> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaMethod> areEntrances(String... suffixes) {
        return describe(
                "are entrances of a " + String.join(" or ", suffixes),
                method -> Stream.of(suffixes)
                                .anyMatch(suffix ->
                                        method.getOwner().getSimpleName().endsWith(suffix))
                        && method.getAnnotations().stream()
                                .anyMatch(annotation ->
                                        annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod")));
    }

    private static ArchCondition<JavaMethod> sayWhoMayEnter(
            String what, List<Class<? extends java.lang.annotation.Annotation>> guards) {
        return new ArchCondition<>("name " + what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean guarded = Stream.<CanBeAnnotated>of(method, method.getOwner())
                        .anyMatch(place -> guards.stream().anyMatch(place::isAnnotatedWith));
                if (!guarded) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not name " + what));
                }
            }
        };
    }

    private static boolean isTemplate(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.NATIVE)
                && method.getOwner().isAnnotatedWith(CheckedTemplate.class);
    }

    private static ArchCondition<JavaMethod> showNoEntity() {
        return new ArchCondition<>("show no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set<JavaClass> shown = new HashSet<>();
                collectShown(method.getReturnType(), shown);
                if (isTemplate(method)) {
                    method.getParameterTypes().forEach(type -> collectShown(type, shown));
                }
                shown.stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows the entity " + entity.getName())));
            }
        };
    }

    private static void collectShown(JavaType type, Set<JavaClass> shown) {
        for (JavaClass raw : type.getAllInvolvedRawTypes()) {
            if (raw.getPackageName().startsWith(ROOT) && shown.add(raw) && raw.isRecord()) {
                raw.getFields().forEach(field -> collectShown(field.getType(), shown));
            }
        }
    }

    private static ArchCondition<JavaClass> setFieldsOnlyOfTheirOwnEntities() {
        return new ArchCondition<>("set the fields of no other package's entity") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .filter(access -> access.getTargetOwner().isAnnotatedWith(Entity.class))
                        .filter(access ->
                                !access.getTargetOwner().getPackageName().equals(type.getPackageName()))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (owner.equals(Clock.class.getName())) {
            return name.startsWith("system");
        }
        if (access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget call
                && owner.startsWith("java.time.")
                && name.equals("now")) {
            return call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        }
        return owner.equals(System.class.getName()) && name.equals("currentTimeMillis")
                || owner.equals(java.util.Date.class.getName()) && name.equals("<init>");
    }
}
