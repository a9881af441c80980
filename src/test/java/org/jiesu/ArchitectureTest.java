package org.jiesu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.vault.FieldCipher;
import org.jiesu.workflow.tasks.Completion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** Who may see whom. Every rule names the decision record that says why. */
@DisplayName("架构")
@AnalyzeClasses(packages = "org.jiesu", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyWorkflowKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.jiesu.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("leaving the engine must stay a change of one package:"
                    + " docs/adr/0001-engine-only-in-workflow.md");

    @ArchTest
    static final ArchRule nobodySeesWorkflow = noClasses()
            .that()
            .resideOutsideOfPackage("org.jiesu.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jiesu.workflow..")
            .because("a feature answers the process through a port or an event and never asks for it:"
                    + " docs/adr/0001-engine-only-in-workflow.md");

    @ArchTest
    static final ArchRule theRecordStandsAlone = noClasses()
            .that()
            .resideInAPackage("org.jiesu.cases..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jiesu..")
                    .and(not(resideInAnyPackage(
                            "org.jiesu.cases..",
                            "org.jiesu.shared..",
                            "org.jiesu.organisation..",
                            "org.jiesu.platform..",
                            "org.jiesu.access..",
                            "org.jiesu.vault.."))))
            .because("the record holds the facts and outlives process, clocks and papers:"
                    + " docs/adr/0002-record-holds-facts.md and 0008-organisation-and-platform-below-cases.md");

    @ArchTest
    static final ArchRule cryptographyIsOneClass = noClasses()
            .that()
            .areNotAssignableTo(FieldCipher.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because(
                    "a certified module must be able to take its place: docs/adr/0013-what-identifies-is-encrypted.md");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(describe("now() of java.time without a Clock", ArchitectureTest::asksTheWallClock))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class)
            .because("time comes from the injected Clock, so that a rehearsal can forward it:"
                    + " docs/adr/0003-deadlines-are-data.md");

    @ArchTest
    static final ArchRule delegatesAreNobodysBusiness = classes()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .should()
            .bePackagePrivate()
            .because("only the model names them: docs/adr/0004-delegates-and-one-transaction.md");

    @ArchTest
    static final ArchRule completionsAreNobodysBusiness = classes()
            .that()
            .areAssignableTo(Completion.class)
            .and(not(INTERFACES))
            .should()
            .bePackagePrivate()
            .because("only the gate calls them, by the name of the task: docs/adr/0007-the-form-is-the-contract.md");

    @ArchTest
    static final ArchRule storageIsInternal = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .bePackagePrivate()
            .because("what crosses a package border is a record or an event, never an entity:"
                    + " docs/adr/0002-record-holds-facts.md");

    @ArchTest
    static final ArchRule controllersAreInternal = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .because("REST is one way into a feature, and other code takes the feature's service:"
                    + " docs/adr/0005-fixed-top-level.md");

    private static boolean asksTheWallClock(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    @Test
    @DisplayName("包之间的依赖与 package-info 声明一致，没有循环（docs/adr/0005-fixed-top-level.md）")
    void packagesDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(JiesuApplication.class).verify();
    }
}
