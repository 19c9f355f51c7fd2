package dev.strake.cli;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policies.PolicyCases;
import dev.strake.policies.PolicyFolder;
import dev.strake.policies.UntestedValidations;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "test",
    description = {
      "Judges the cases of policies: each folder <category>/<name>/ with a policy.yaml is one.",
      "Cases in pass/ find nothing; those in fail/ find what their comments #~ <id> mark, no more"
          + " and no less. Each validation has to be proven by both."
    },
    mixinStandardHelpOptions = true)
final class PoliciesTestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Holds the policies' folders.")
  private Path folder = Path.of("policies");

  @Override
  public Integer call() {
    List<PolicyFolder> folders = PolicyFolder.findAll(InputPaths.open(spec, folder));
    if (folders.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there is no <category>/<name>/policy.yaml in " + folder);
    }
    PolicyReader reader = new PolicyReader();
    PrintWriter out = spec.commandLine().getOut();
    int failed = 0;
    for (PolicyFolder one : folders) {
      List<String> problems = problems(one, reader);
      out.println((problems.isEmpty() ? "ok      " : "FAILED  ") + title(one));
      problems.forEach(problem -> out.println("        " + problem.replace("\n", "\n        ")));
      failed += problems.isEmpty() ? 0 : 1;
    }
    out.println("%s, %s failed".formatted(count(folders.size(), "policy", "policies"), failed));
    return failed == 0 ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static List<String> problems(PolicyFolder folder, PolicyReader reader) {
    Checked<CompiledPolicy> compiled = folder.compile(reader);
    Optional<CompiledPolicy> policy = compiled.asOptional();
    List<String> problems =
        new ArrayList<>(compiled.diagnostics().stream().map(Diagnostic::toString).toList());
    policy.ifPresent(
        read -> {
          problems.addAll(PolicyCases.mismatches(folder, read));
          // A case that fails anyway proves nothing about the validations.
          if (problems.isEmpty()) {
            problems.addAll(UntestedValidations.of(folder, read));
          }
        });
    return problems;
  }

  private static String title(PolicyFolder folder) {
    int cases = folder.pass().size() + folder.fail().size();
    return folder.id() + " (" + count(cases, "case", "cases") + ")";
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
