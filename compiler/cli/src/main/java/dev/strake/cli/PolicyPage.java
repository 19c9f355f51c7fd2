package dev.strake.cli;

import dev.strake.policy.Policy;

/** What a policy's findings mean, as Markdown. */
final class PolicyPage {

  private PolicyPage() {}

  static String of(Policy policy) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(policy.title()).append("\n\n");
    page.append("Policy ").append(policy.id()).append(", severity ");
    page.append(policy.severity().id()).append(", in the profiles ");
    page.append(String.join(", ", policy.profiles())).append(".\n\n");
    page.append(policy.rationale().strip()).append("\n\n");
    page.append("## What to do\n\n").append(policy.remediation().strip()).append("\n");
    if (!policy.references().isEmpty()) {
      page.append("\n## References\n\n");
      policy.references().forEach(reference -> page.append("- ").append(reference).append('\n'));
    }
    return page.toString();
  }
}
