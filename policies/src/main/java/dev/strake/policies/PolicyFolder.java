package dev.strake.policies;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One policy with everything that belongs to it.
 *
 * @param id {@code <category>/<name>}, from the folder's place
 * @param policy the text of policy.yaml
 * @param hasPage whether there is a README.md
 * @param pass cases without findings of the policy
 * @param fail cases whose findings are marked
 */
public record PolicyFolder(
    String id, SourceFile policy, boolean hasPage, List<SourceFile> pass, List<SourceFile> fail) {

  static final Code FOLDER = Code.error("policy/folder");

  private static final String POLICY_FILE = "policy.yaml";

  public PolicyFolder {
    pass = List.copyOf(pass);
    fail = List.copyOf(fail);
  }

  /**
   * All policies below a folder, by id.
   *
   * @param root holds {@code <category>/<name>/policy.yaml}
   */
  public static List<PolicyFolder> findAll(Path root) throws IOException {
    List<PolicyFolder> folders = new ArrayList<>();
    for (Path category : children(root)) {
      for (Path folder : children(category)) {
        if (Files.isRegularFile(folder.resolve(POLICY_FILE))) {
          folders.add(read(root, folder));
        }
      }
    }
    return folders;
  }

  private static PolicyFolder read(Path root, Path folder) throws IOException {
    return new PolicyFolder(
        slashed(root.relativize(folder)),
        source(root, folder.resolve(POLICY_FILE)),
        Files.isRegularFile(folder.resolve("README.md")),
        cases(root, folder.resolve("pass")),
        cases(root, folder.resolve("fail")));
  }

  private static List<SourceFile> cases(Path root, Path folder) throws IOException {
    List<SourceFile> cases = new ArrayList<>();
    for (Path file : children(folder)) {
      if (file.toString().endsWith(".yaml")) {
        cases.add(source(root, file));
      }
    }
    return cases;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static SourceFile source(Path root, Path file) throws IOException {
    return SourceFile.decode(slashed(root.relativize(file)), Files.readAllBytes(file));
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The policy, compiled; its id has to be the folder's, and it needs a page and cases. */
  public Checked<CompiledPolicy> compile(PolicyReader reader) {
    Checked<List<CompiledPolicy>> read = reader.read(policy);
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    List<CompiledPolicy> policies = read.asOptional().orElse(List.of());
    boolean same = policies.size() == 1 && policies.get(0).policy().id().equals(id);
    if (diagnostics.isEmpty() && !same) {
      diagnostics.add(finding("the folder must hold one policy, called " + id));
    }
    if (!hasPage) {
      diagnostics.add(finding("the folder has no README.md"));
    }
    if (pass.isEmpty() || fail.isEmpty()) {
      diagnostics.add(finding("the folder needs a case in pass and one in fail"));
    }
    return diagnostics.isEmpty()
        ? Checked.of(policies.get(0), List.of())
        : Checked.failed(diagnostics);
  }

  private Diagnostic finding(String message) {
    return Diagnostic.of(FOLDER, policy.beginning(), message);
  }
}
