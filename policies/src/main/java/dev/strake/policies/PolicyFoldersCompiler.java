package dev.strake.policies;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyArchive;
import dev.strake.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles the folders of the built-in policies into one file; part of this module's build. */
final class PolicyFoldersCompiler {

  private PolicyFoldersCompiler() {}

  /**
   * Fails with the findings if any folder is broken.
   *
   * @param args the folder that holds the categories, and the folder of compiled classes
   */
  public static void main(String[] args) throws IOException {
    Checked<List<CompiledPolicy>> compiled = compile(Path.of(args[0]));
    List<CompiledPolicy> policies =
        compiled
            .asOptional()
            .orElseThrow(() -> new IllegalStateException(describe(compiled.diagnostics())));
    String folder = PolicyFoldersCompiler.class.getPackageName().replace('.', '/');
    Path file = Path.of(args[1]).resolve(folder).resolve(BuiltInPolicies.RESOURCE);
    Files.createDirectories(file.getParent());
    Files.write(file, PolicyArchive.encode(policies));
  }

  /** The policies of all folders; no value if any is broken. */
  static Checked<List<CompiledPolicy>> compile(Path root) throws IOException {
    PolicyReader reader = new PolicyReader();
    List<CompiledPolicy> policies = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (PolicyFolder folder : PolicyFolder.findAll(root)) {
      Checked<CompiledPolicy> compiled = folder.compile(reader);
      compiled.asOptional().ifPresent(policies::add);
      diagnostics.addAll(compiled.diagnostics());
    }
    return diagnostics.isEmpty() ? Checked.of(policies, List.of()) : Checked.failed(diagnostics);
  }

  private static String describe(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n  ", "broken policies:\n  ", ""));
  }
}
