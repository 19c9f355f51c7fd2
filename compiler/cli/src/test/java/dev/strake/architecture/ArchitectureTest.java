package dev.strake.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the house, as far as a machine can keep them. */
@AnalyzeClasses(
    packages = "dev.strake",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
final class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dev.strake..");

  /** Code whose output is a function of its arguments. */
  private static final DescribedPredicate<JavaClass> PURE =
      not(resideInAnyPackage(
              "dev.strake.source..",
              "dev.strake.bundle..",
              "dev.strake.schemas.build..",
              "dev.strake.policies.build..",
              "dev.strake.git..",
              "dev.strake.render..",
              "dev.strake.sync..",
              "dev.strake.cli.."))
          .as("have no part in input and output");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .assignedFrom(new EachPackage())
          .should()
          .beFreeOfCycles()
          .because("a package that can be read on its own can be understood on its own");

  @ArchTest
  static final ArchRule nothingDependsOnTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.strake.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.strake.cli..")
          .because("what a command can do, a library call and a Maven goal can do too");

  @ArchTest
  static final ArchRule syncSeesBundlesAndNeverTheSpec =
      classes()
          .that()
          .resideInAPackage("dev.strake.sync..")
          .should()
          .onlyDependOnClassesThat(
              not(OURS)
                  .or(
                      resideInAnyPackage(
                          "dev.strake.sync..",
                          "dev.strake.git..",
                          "dev.strake.bundle..",
                          "dev.strake.yaml..",
                          "dev.strake.source..",
                          "dev.strake.diagnostic..",
                          "dev.strake.cel..",
                          "dev.strake.health.."))
                  .or(name("dev.strake.Compilation")))
          .because(
              "what is applied is what the output tree says; the compiler comes in as a function"
                  + " from a source tree to a Compilation");

  @ArchTest
  static final ArchRule theYamlParserStaysInYaml =
      only("dev.strake.yaml..")
          .mayUse("org.yaml.snakeyaml..", "com.fasterxml.jackson.dataformat.yaml..")
          .because("there is one reading of YAML, the one that Kubernetes has");

  @ArchTest
  static final ArchRule celStaysInCel =
      only("dev.strake.cel..")
          .mayUse("dev.cel..")
          .because("an expression means the same and costs the same wherever it is written");

  @ArchTest
  static final ArchRule jgitStaysInGit =
      only("dev.strake.git..")
          .mayUse("org.eclipse.jgit..")
          .because("one package knows which Git configuration may be trusted");

  @ArchTest
  static final ArchRule helmStaysInRender =
      only("dev.strake.render..")
          .mayUse("com.marcnuri.helm..")
          .because("a chart runs in a bounded child process or not at all");

  @ArchTest
  static final ArchRule picocliStaysInTheCommandLine =
      only("dev.strake.cli..")
          .mayUse("picocli..")
          .because("arguments are turned into a request at the edge");

  @ArchTest
  static final ArchRule theKubernetesClientStaysInSync =
      only("dev.strake.sync..")
          .mayUse("io.fabric8.kubernetes.client..")
          .because("nothing but a sync talks to a cluster");

  @ArchTest
  static final ArchRule theKubernetesModelStaysInManifestGenerators =
      only("dev.strake.generate.manifest..", "dev.strake.generate.kubevip..", "dev.strake.sync..")
          .mayUse("io.fabric8.kubernetes.api..")
          .because("typed models drop what users wrote and cost start-up time");

  @ArchTest
  static final ArchRule pureCodeTouchesNoFile =
      noClasses()
          .that(PURE)
          .should()
          .dependOnClassesThat(Impure.FILES)
          .because("files come in through the source loader and go out through BundleWriter");

  @ArchTest
  static final ArchRule pureCodeTouchesNoNetwork =
      noClasses()
          .that(PURE)
          .should()
          .dependOnClassesThat(Impure.NETWORK)
          .because("a compilation works offline");

  @ArchTest
  static final ArchRule pureCodeReadsNoClock =
      noClasses()
          .that(PURE)
          .should()
          .accessTargetWhere(Impure.CLOCK)
          .because("rules about dates use the request's asOf");

  @ArchTest
  static final ArchRule pureCodeReadsNothingFromTheMachine =
      noClasses()
          .that(PURE)
          .should()
          .accessTargetWhere(Impure.MACHINE)
          .because("the same inputs give the same bytes on every machine");

  @ArchTest
  static final ArchRule pureCodeIsNotRandom =
      noClasses()
          .that(PURE)
          .should()
          .accessTargetWhere(Impure.RANDOMNESS)
          .because("the same inputs give the same bytes every time");

  @ArchTest
  static final ArchRule pureCodePrintsNothing =
      noClasses()
          .that(PURE)
          .should()
          .accessTargetWhere(Impure.CONSOLE)
          .because("what there is to say is a value that a view prints");

  @ArchTest
  static final ArchRule classesAreNamedAfterWhatTheyAre =
      noClasses()
          .that(OURS)
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
          .because("such a name says nothing and its class never stops growing");

  @ArchTest
  static final ArchRule packagesAreNamedAfterWhatTheyAre =
      noClasses()
          .that(OURS)
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..common..")
          .because("such a package has no reason to refuse anything");

  @ArchTest
  static final ArchRule signaturesAreTyped =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("dev.strake.yaml..")
          .should(new MentionNoMapOfObjects())
          .because("a tree of objects has neither types nor positions: YamlNode has both");

  @ArchTest
  static final ArchRule classesAreClosed =
      classes()
          .that(OURS)
          .should(new BeClosed())
          .because("inheritance that nobody planned is a contract that nobody wrote");

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      all(new OurPackages())
          .should(new BeNullMarked())
          .because("the compiler checks nulls only in packages that ask for it");

  @ArchTest
  static final ArchRule filesAreShort =
      all(new MainSources())
          .should(MainSources.haveFewerLinesThan(400))
          .because("a file that cannot be read in one sitting holds more than one idea");

  @ArchTest
  static final ArchRule filesKnowFewOthers =
      all(new MainSources())
          .should(MainSources.haveFewerImportsOfOursThan(20))
          .because("a file that knows everything is where every change ends up");

  @ArchTest
  static final ArchRule digitsAreTheSameEverywhere =
      all(new MainSources())
          .should(MainSources.useNoLocalConversions())
          .because("the same input gives the same bytes; a plain s writes numbers as Java does");

  private static Home only(String... packages) {
    return new Home(List.of(packages));
  }

  private record Home(List<String> packages) {
    ArchRule mayUse(String... library) {
      return noClasses()
          .that()
          .resideOutsideOfPackages(packages.toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(library);
    }
  }
}
