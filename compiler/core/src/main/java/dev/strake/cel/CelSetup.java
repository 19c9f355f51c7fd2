package dev.strake.cel;

import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which CEL it is. Adding one of Kubernetes' libraries is adding one class to {@link #LIBRARIES}.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/environment/base.go">the
 *     API server's environment</a>
 */
final class CelSetup {

  /** So new that it has every library. */
  static final int NEWEST = Integer.MAX_VALUE;

  private static final List<CelLibrary> LIBRARIES =
      List.of(
          new AuthorizerLibrary(),
          new AuthorizerSelectorLibrary(),
          new CidrLibrary(),
          new FormatLibrary(),
          new IpLibrary(),
          new JsonPatchLibrary(),
          new ListLibrary(),
          new QuantityLibrary(),
          new RegexLibrary(),
          new SemverLibrary(),
          new TextFormatLibrary(),
          new UrlLibrary());

  private static final int COMPREHENSIONS_SINCE = 32;
  private static final int LISTS_SINCE = 34;

  /** The strings extension's version 2: all but what came later. */
  private static final Set<CelStringExtensions.Function> STRINGS =
      EnumSet.complementOf(EnumSet.of(CelStringExtensions.Function.REVERSE));

  /**
   * Bounds stand in for the API server's cost budget: what an expression may cost is limited by its
   * size, by the steps of its comprehensions, and by the size of its regular expressions. A call
   * may cost 1,000,000 there, and no step of a comprehension costs less than 5.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/apis/cel/config.go">PerCallLimit
   *     in config.go</a>
   */
  // The API server refuses mixed literals; the library's newer way to do so is a separate pass.
  @SuppressWarnings("deprecation")
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .enableHomogeneousLiterals(true)
          .populateMacroCalls(true)
          .maxExpressionCodePointSize(32_768)
          .comprehensionMaxIterations(200_000)
          .maxRegexProgramSize(PatternCache.LARGEST_PROGRAM)
          .build();

  private CelSetup() {}

  /**
   * A compiler's builder that knows everything but variables.
   *
   * @param minor of the version of Kubernetes 1 whose libraries it knows, or {@link #NEWEST}
   */
  static CelCompilerBuilder compiler(int minor) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(
                CelOptionalLibrary.INSTANCE,
                CelExtensions.strings(STRINGS),
                CelExtensions.sets(OPTIONS));
    if (minor >= COMPREHENSIONS_SINCE) {
      builder.addLibraries(CelExtensions.comprehensions());
    }
    if (minor >= LISTS_SINCE) {
      builder.addLibraries(CelExtensions.lists());
    }
    for (CelLibrary library : LIBRARIES) {
      if (minor >= library.sinceMinor()) {
        library.functions().forEach(each -> builder.addFunctionDeclarations(each.declaration()));
      }
    }
    return builder;
  }

  /** When a library came that has a function; empty if none has. */
  static OptionalInt sinceMinor(String function) {
    return LIBRARIES.stream()
        .filter(library -> library.sinceMinor() > 0)
        .filter(library -> library.functions().stream().anyMatch(f -> f.name().equals(function)))
        .mapToInt(CelLibrary::sinceMinor)
        .min();
  }

  /**
   * For expressions whose variables are all known: plans each of them once, which makes evaluating
   * it cheap. Safe for use by many threads.
   */
  static CelRuntime runtime() {
    return Known.INSTANCE;
  }

  /**
   * For expressions of whose variables some are not known: it says so if the result depends on one
   * of them. Safe for use by many threads.
   */
  static CelRuntime runtimeOfUnknowns() {
    return Unknown.INSTANCE;
  }

  private static CelRuntime build(CelRuntimeBuilder builder) {
    builder
        .setOptions(OPTIONS)
        .setStandardFunctions(
            CelStandardFunctions.newBuilder().excludeFunctions(StandardFunction.MATCHES).build())
        .addFunctionBindings(
            CelFunctionBinding.from("matches", String.class, String.class, PatternCache::isFoundIn),
            CelFunctionBinding.from(
                "matches_string", String.class, String.class, PatternCache::isFoundIn))
        .addFunctionBindings(OptionalSelection.bindings())
        .addLibraries(
            CelOptionalLibrary.INSTANCE,
            CelExtensions.strings(STRINGS),
            CelExtensions.sets(OPTIONS),
            CelExtensions.lists(),
            CelExtensions.comprehensions());
    for (CelLibrary library : LIBRARIES) {
      library.functions().forEach(each -> builder.addFunctionBindings(each.binding()));
    }
    return builder.build();
  }

  /** Built on first use: a run that evaluates nothing does not pay for it. */
  private static final class Known {
    private static final CelRuntime INSTANCE = build(CelRuntimeFactory.plannerRuntimeBuilder());
  }

  /** The same. */
  private static final class Unknown {
    private static final CelRuntime INSTANCE =
        build(CelRuntimeFactory.legacyCelRuntimeBuilder().setStandardEnvironmentEnabled(false));
  }
}
