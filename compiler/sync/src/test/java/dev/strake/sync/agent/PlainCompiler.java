package dev.strake.sync.agent;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.bundle.Bundle;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.policy.PolicySelection;
import dev.strake.source.SourceTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The compiler without policies: what the schema and the API server's rules refuse is refused. */
final class PlainCompiler {

  private PlainCompiler() {}

  static Checked<List<Bundle>> compile(SourceTree tree, String set) {
    Compilation compiled =
        new Compiler(List.of())
            .compile(
                new CompileRequest(
                        tree,
                        LocalDate.of(2026, 11, 23),
                        PolicySelection.profile("none"),
                        Optional.empty())
                    .asSet(set));
    List<Diagnostic> found = compiled.findings().diagnostics();
    return found.stream().anyMatch(each -> each.severity() == Severity.ERROR)
        ? Checked.failed(found)
        : Checked.of(compiled.bundles(), found);
  }
}
