package dev.strake.policies.build;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.policies.PolicyFolder;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyArchive;
import dev.strake.source.SourceTree;
import dev.strake.source.TreeLimits;
import dev.strake.source.WorkingTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    SourceTree tree =
        WorkingTree.open(Path.of(args[0]), path -> !path.contains("/target/"), TreeLimits.DEFAULT)
            .orElseThrow(() -> new IllegalStateException("no folder " + args[0]));
    Path file = Path.of(args[1]).resolve(BuiltInPolicies.RESOURCE);
    Files.createDirectories(file.getParent());
    Files.write(file, PolicyArchive.encode(compile(tree)));
  }

  private static List<CompiledPolicy> compile(SourceTree tree) {
    Checked<List<CompiledPolicy>> compiled = PolicyFolder.compileAll(PolicyFolder.findAll(tree));
    return compiled
        .asOptional()
        .orElseThrow(() -> new IllegalStateException(describe(compiled.diagnostics())));
  }

  private static String describe(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n  ", "broken policies:\n  ", ""));
  }
}
