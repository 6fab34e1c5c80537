package org.registan;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rules of the house that bytecode shows. Whatever is not a foundation is a feature. */
@AnalyzeClasses(packages = "org.registan", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Each uses only those before it. */
  static final List<String> FOUNDATIONS =
      List.of(
          "kernel",
          "search",
          "database",
          "web",
          "codes",
          "identity",
          "participant",
          "audit",
          "access",
          "record",
          "ledger",
          "approval",
          "exchange",
          "intake",
          "challenge",
          "attachment");

  /** The packages that keep tables. */
  static final List<String> KEEPERS =
      List.of(
          "web",
          "participant",
          "audit",
          "access",
          "record",
          "ledger",
          "approval",
          "intake",
          "challenge",
          "attachment",
          "implementation",
          "controllist");

  @ArchTest
  static final ArchRule foundationsPointDown =
      downwards().because("a newcomer reads them in this order, each understood by those before");

  @ArchTest
  static final ArchRule foundationsKnowNoFeature =
      noClasses()
          .that()
          .resideInAnyPackage(packages(FOUNDATIONS))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.registan..")
                  .and(resideOutsideOfPackages(packages(FOUNDATIONS))))
          .because("what every record has must not change for the sake of one kind of it");

  @ArchTest
  static final ArchRule featuresDoNotKnowEachOther =
      slices()
          .matching("org.registan.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAnyPackage(packages(FOUNDATIONS)))
          .because("what one feature must tell another goes through a foundation");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("org.registan.(*)..")
          .should()
          .beFreeOfCycles()
          .because("packages in a circle can only be understood all at once");

  @ArchTest
  static final ArchRule featuresExportNothing =
      classes()
          .that()
          .resideOutsideOfPackages(packages(FOUNDATIONS))
          .should()
          .notBePublic()
          .because("what nobody can name, nobody comes to depend on");

  @ArchTest
  static final ArchRule everyOperationSaysWhoMayCallIt =
      methods()
          .that()
          .areMetaAnnotatedWith(HttpMethod.class)
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beAnnotatedWith(PermitAll.class)
          .because("who may call it is read where it is written, and forgetting is no permission");

  @ArchTest
  static final ArchRule everyOperationIsServed =
      methods()
          .that()
          .areMetaAnnotatedWith(HttpMethod.class)
          .should()
          .bePublic()
          .because("one that is not public is silently never found");

  @ArchTest
  static final ArchRule everyOperationSaysInWhichFormItAnswers =
      methods()
          .that()
          .areMetaAnnotatedWith(HttpMethod.class)
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Produces.class)
          .because("text is plain text otherwise, and who asks for JSON is turned away");

  @ArchTest
  static final ArchRule onlyIdentityKnowsTokens =
      noClasses()
          .that()
          .resideOutsideOfPackage("..identity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus.oidc..",
              "io.quarkus.security.identity..",
              "io.quarkus.security.runtime..",
              "io.smallrye.jwt..",
              "org.eclipse.microprofile.jwt..",
              "org.jose4j..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.ws.rs.core.SecurityContext")
          .because("a second place that reads tokens is a second answer to who is calling");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.registan.kernel.Clocks")
          .should()
          .callMethodWhere(readsTime())
          .orShould()
          .callConstructor(Date.class)
          .because("ends are exact and tests choose the time");

  @ArchTest
  static final ArchRule judgingIsPure =
      classes()
          .that()
          .resideInAPackage("..access..")
          .and(describe("are not the store", it -> !isStore(it)))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java.lang..",
                      "java.util..",
                      "java.time",
                      "com.fasterxml.jackson.annotation",
                      "org.jspecify..",
                      "..access..",
                      "..kernel..")
                  .and(describe("not the clock", it -> !it.isEquivalentTo(Clock.class)))
                  .and(describe("not the store", it -> !isStore(it))))
          .because("the same question has the same answer, at any time and on any node");

  @ArchTest
  static final ArchRule onlyKeepersSpeakSql =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages(KEEPERS))
          .should()
          .callMethodWhere(speaksSql())
          .because("a query elsewhere is a second reading of who sees what");

  @ArchTest
  static final ArchRule resourcesSpeakNoSql =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .callMethodWhere(speaksSql())
          .because("a resource is HTTP only");

  @ArchTest
  static final ArchRule transactionsGoThroughTheDatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage("..database..")
          .and()
          .doNotHaveFullyQualifiedName("org.registan.ledger.Flip")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Jdbi.class)
          .because(
              "only there is work done again on a deadlock; a flip's lock alone needs a connection"
                  + " of its own");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
          "what is worth saying goes to the log, where it can be looked for");

  private static ArchRule downwards() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.registan..");
    for (var name : FOUNDATIONS) {
      layers = layers.layer(name).definedBy("org.registan." + name + "..");
    }
    for (int at = 0; at < FOUNDATIONS.size(); at++) {
      var layer = layers.whereLayer(FOUNDATIONS.get(at));
      layers =
          at == 0
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(FOUNDATIONS.subList(0, at).toArray(String[]::new));
    }
    return layers;
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(it -> "org.registan." + it + "..").toArray(String[]::new);
  }

  private static boolean isStore(JavaClass known) {
    return known.getName().matches("org\\.registan\\.access\\.Policies(\\$.*)?");
  }

  private static DescribedPredicate<JavaCall<?>> speaksSql() {
    var sessions = Set.of("commit", "begin", "rollback", "getConfig");
    return describe(
        "speaks SQL",
        it -> it.getTargetOwner().isEquivalentTo(Handle.class) && !sessions.contains(it.getName()));
  }

  private static DescribedPredicate<JavaMethodCall> readsTime() {
    return describe(
        "reads the time",
        it -> {
          var owner = it.getTargetOwner();
          var called = it.getTarget();
          return switch (owner.getName()) {
            case "java.lang.System" ->
                Set.of("currentTimeMillis", "nanoTime").contains(it.getName());
            case "java.time.Clock" -> !called.getName().matches("instant|millis|getZone|withZone");
            default ->
                owner.getPackageName().startsWith("java.time")
                    && called.getName().equals("now")
                    && called.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Clock.class));
          };
        });
  }
}
