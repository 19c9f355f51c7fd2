package dev.strake.cel;

import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;

/**
 * Which CEL it is. Adding one of Kubernetes' libraries is adding one class to {@link #LIBRARIES}.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/environment/base.go">the
 *     API server's environment</a>
 */
final class CelSetup {

  private static final List<CelLibrary> LIBRARIES =
      List.of(new QuantityLibrary(), new RegexLibrary(), new ListLibrary());

  /**
   * Bounds stand in for the API server's cost budget: what an expression may cost is limited by its
   * size, by the steps of its comprehensions, and by the size of its regular expressions.
   */
  // The API server refuses mixed literals; the library's newer way to do so is a separate pass.
  @SuppressWarnings("deprecation")
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .enableHomogeneousLiterals(true)
          .populateMacroCalls(true)
          .maxExpressionCodePointSize(32_768)
          .comprehensionMaxIterations(1_000_000)
          .maxRegexProgramSize(10_000)
          .build();

  private CelSetup() {}

  /** A compiler's builder that knows everything but variables. */
  static CelCompilerBuilder compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(
                CelOptionalLibrary.INSTANCE,
                CelExtensions.strings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.comprehensions());
    for (CelLibrary library : LIBRARIES) {
      builder.addFunctionDeclarations(library.declarations());
    }
    return builder;
  }

  /** The one runtime; safe for use by many threads. */
  static CelRuntime runtime() {
    return Holder.INSTANCE;
  }

  private static CelRuntime buildRuntime() {
    CelRuntimeBuilder builder =
        CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(
                CelOptionalLibrary.INSTANCE,
                CelExtensions.strings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.comprehensions());
    for (CelLibrary library : LIBRARIES) {
      builder.addFunctionBindings(library.bindings());
    }
    return builder.build();
  }

  /** Built on first use: a run that evaluates nothing does not pay for it. */
  private static final class Holder {
    private static final CelRuntime INSTANCE = buildRuntime();
  }
}
