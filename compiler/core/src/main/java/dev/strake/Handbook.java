package dev.strake;

import dev.strake.admission.AdmissionGate;
import dev.strake.diagnostic.Explanations;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.Policy;
import dev.strake.policy.PolicyPage;
import dev.strake.report.RulePage;
import dev.strake.report.RulePages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What every code means: the compiler's own, and policies'. */
public final class Handbook implements RulePages {

  private final List<Policy> policies;

  /**
   * @param policies whose findings may be looked up
   */
  public Handbook(Collection<CompiledPolicy> policies) {
    this.policies = policies.stream().map(CompiledPolicy::policy).toList();
  }

  @Override
  public Optional<RulePage> page(String code) {
    return AdmissionGate.isCode(code)
        ? Optional.of(RulePage.of(AdmissionGate.page()))
        : Explanations.of(code).map(RulePage::of).or(() -> ofPolicy(code));
  }

  private Optional<RulePage> ofPolicy(String id) {
    return policies.stream()
        .filter(policy -> policy.id().equals(id))
        .map(Handbook::page)
        .findFirst();
  }

  private static RulePage page(Policy policy) {
    String summary = policy.rationale().strip().replaceAll("\\s+", " ");
    return new RulePage(policy.title(), summary, PolicyPage.of(policy));
  }
}
