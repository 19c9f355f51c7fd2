package dev.strake.policies;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One policy with everything that belongs to it.
 *
 * @param id {@code <category>/<name>}, from the folder's place
 * @param policy the text of policy.yaml
 * @param hasPage whether there is a README.md
 * @param pass cases without findings of the policy
 * @param fail cases whose findings are marked
 * @param unread findings about files that could not be read
 */
public record PolicyFolder(
    String id,
    SourceFile policy,
    boolean hasPage,
    List<SourceFile> pass,
    List<SourceFile> fail,
    List<Diagnostic> unread) {

  static final Code FOLDER = Code.error("policy/folder");

  private static final Pattern POLICY_FILE =
      Pattern.compile("(?<folder>(?:.*/)?(?<id>[^/]+/[^/]+)/)policy\\.yaml");

  public PolicyFolder {
    pass = List.copyOf(pass);
    fail = List.copyOf(fail);
    unread = List.copyOf(unread);
  }

  /** All policies of a tree: each folder with a policy.yaml is one. */
  public static List<PolicyFolder> findAll(SourceTree tree) {
    List<SourceEntry> entries = tree.entries();
    List<PolicyFolder> folders = new ArrayList<>();
    for (SourceEntry entry : entries) {
      Matcher matcher = POLICY_FILE.matcher(entry.path());
      if (matcher.matches()) {
        folders.add(read(matcher.group("id"), matcher.group("folder"), entry, entries));
      }
    }
    return folders;
  }

  private static PolicyFolder read(
      String id, String folder, SourceEntry policy, List<SourceEntry> entries) {
    List<Diagnostic> unread = new ArrayList<>();
    return new PolicyFolder(
        id,
        read(policy, unread),
        entries.stream().anyMatch(entry -> entry.path().equals(folder + "README.md")),
        cases(folder + "pass/", entries, unread),
        cases(folder + "fail/", entries, unread),
        unread);
  }

  private static List<SourceFile> cases(
      String folder, List<SourceEntry> entries, List<Diagnostic> unread) {
    return entries.stream()
        .filter(entry -> entry.path().startsWith(folder) && SourceEntry.isManifest(entry.path()))
        .map(entry -> read(entry, unread))
        .toList();
  }

  private static SourceFile read(SourceEntry entry, List<Diagnostic> unread) {
    return entry
        .read()
        .match(
            bytes -> SourceFile.decode(entry.path(), bytes),
            reason -> {
              SourceFile file = SourceFile.of(entry.path(), "");
              String message = "the file was not read: " + reason;
              unread.add(Diagnostic.of(FOLDER, file.beginning(), message));
              return file;
            });
  }

  /**
   * All policies, in the order of their folders; no value if any of them is broken or has no page.
   */
  public static Checked<List<CompiledPolicy>> compileAll(List<PolicyFolder> folders) {
    PolicyReader reader = new PolicyReader();
    List<CompiledPolicy> policies = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (PolicyFolder folder : folders) {
      Checked<CompiledPolicy> compiled = folder.compile(reader);
      compiled.asOptional().ifPresent(policies::add);
      diagnostics.addAll(compiled.diagnostics());
      if (!folder.hasPage()) {
        diagnostics.add(folder.finding("the folder has no README.md"));
      }
    }
    return diagnostics.isEmpty() ? Checked.of(policies, List.of()) : Checked.failed(diagnostics);
  }

  /** The policy, compiled; its id has to be the folder's, and it needs cases. */
  public Checked<CompiledPolicy> compile(PolicyReader reader) {
    Checked<List<CompiledPolicy>> read = reader.read(policy);
    List<CompiledPolicy> policies = read.asOptional().orElse(List.of());
    List<Diagnostic> diagnostics = new ArrayList<>(unread);
    diagnostics.addAll(read.diagnostics());
    if (diagnostics.isEmpty()) {
      misplaced(policies).ifPresent(diagnostics::add);
    }
    if (pass.isEmpty() || fail.isEmpty()) {
      diagnostics.add(finding("the folder needs a case in pass/ and one in fail/"));
    }
    return diagnostics.isEmpty()
        ? Checked.of(policies.get(0), List.of())
        : Checked.failed(diagnostics);
  }

  private Optional<Diagnostic> misplaced(List<CompiledPolicy> policies) {
    boolean same = policies.size() == 1 && policies.get(0).policy().id().equals(id);
    return same
        ? Optional.empty()
        : Optional.of(finding("the file has to hold one policy with its folder's name, " + id));
  }

  private Diagnostic finding(String message) {
    return Diagnostic.of(FOLDER, policy.beginning(), message);
  }
}
