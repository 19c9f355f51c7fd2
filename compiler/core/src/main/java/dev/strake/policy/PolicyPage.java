package dev.strake.policy;

import java.util.Locale;

/** What a policy's findings mean, as Markdown. */
public final class PolicyPage {

  private PolicyPage() {}

  /** Begins with the policy's title. */
  public static String of(Policy policy) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(policy.title()).append("\n\n");
    page.append("Policy ").append(policy.id()).append(", severity ");
    page.append(policy.severity().id()).append(", ").append(profiles(policy)).append(".\n");
    page.append(gates(policy.scope())).append("\n\n");
    page.append(policy.rationale().strip()).append("\n\n");
    page.append("## What to do\n\n").append(policy.remediation().strip()).append("\n");
    policy
        .specRemediation()
        .ifPresent(text -> page.append("\nIn a cluster.yaml: ").append(text).append("\n"));
    fixes(policy, page);
    parameters(policy, page);
    if (!policy.references().isEmpty()) {
      page.append("\n## References\n\n");
      policy.references().forEach(reference -> page.append("- ").append(reference).append('\n'));
    }
    return page.toString();
  }

  private static String gates(PolicyScope scope) {
    return switch (scope) {
      case OBJECT -> "Judged before the merge, and by the cluster too.";
      case COMPONENT ->
          "Judged before the merge alone: what components read from files, no request brings to the"
              + " cluster.";
      case SPEC -> "Judged before the merge alone: it looks at the cluster's spec.";
      case BUNDLE -> "Judged before the merge alone: it looks at many objects together.";
    };
  }

  private static String profiles(Policy policy) {
    return policy.profiles().isEmpty()
        ? "in no profile but all"
        : "in the profiles " + String.join(", ", policy.profiles());
  }

  /** What strake fix does by itself. */
  private static void fixes(Policy policy, StringBuilder page) {
    policy.validations().stream()
        .flatMap(validation -> validation.fix().stream())
        .map(fix -> fix.title() + (fix.when().isPresent() ? ", where that does no harm" : ""))
        .distinct()
        .forEach(title -> page.append("\n`strake fix` can ").append(title).append(".\n"));
  }

  /** What a spec may write below policies.parameters. */
  private static void parameters(Policy policy, StringBuilder page) {
    if (policy.parameters().isEmpty()) {
      return;
    }
    page.append("\n## Parameters\n\n");
    for (PolicyParameter parameter : policy.parameters()) {
      page.append("- `").append(parameter.name()).append("` (");
      page.append(parameter.type().name().toLowerCase(Locale.ROOT)).append(", default ");
      page.append(String.join(", ", parameter.defaultValue())).append("): ");
      page.append(parameter.description().strip()).append('\n');
    }
  }
}
