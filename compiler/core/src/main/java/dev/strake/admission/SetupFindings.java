package dev.strake.admission;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is wrong with users' admission policies and bindings themselves, and what stays open. */
final class SetupFindings {

  static final Code UNBOUND = Code.warning("policy/admission-unbound");
  static final Code UNKNOWN_POLICY = Code.warning("policy/admission-unknown-policy");
  static final Code NO_PARAMS = Code.warning("policy/admission-no-params");
  static final Code NOT_JUDGED = Code.info("policy/admission-not-judged");

  private SetupFindings() {}

  /** Policies that count nowhere, and bindings of policies that there are not. */
  static List<Diagnostic> of(
      AdmissionInputs inputs, List<NativePolicy> policies, List<Binding> bindings) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> bound = bindings.stream().map(Binding::policy).collect(Collectors.toSet());
    Set<String> names = policies.stream().map(NativePolicy::name).collect(Collectors.toSet());
    for (NativePolicy policy : policies) {
      if (!bound.contains(policy.name()) && inputs.settings().selects(policy.id())) {
        found.add(unbound(policy, inputs.complete()));
      }
    }
    for (Binding binding : bindings) {
      if (!names.contains(binding.policy())
          && !binding.policy().isEmpty()
          && !inputs.objects().has(NativePolicy.GROUP, NativePolicy.KIND, binding.policy())) {
        found.add(unknownPolicy(binding, names));
      }
    }
    return found;
  }

  /** A folder may well hold policies that every cluster binds for itself. */
  private static Diagnostic unbound(NativePolicy policy, boolean complete) {
    return policy
        .manifest()
        .finding(
            UNBOUND,
            NativePolicy.NAME,
            "no ValidatingAdmissionPolicyBinding names the policy: it enforces nothing")
        .withSeverity(complete ? Severity.WARNING : Severity.INFO)
        .withHelp(
            "add a ValidatingAdmissionPolicyBinding with policyName: %s and validationActions"
                .formatted(policy.name()));
  }

  private static Diagnostic unknownPolicy(Binding binding, Set<String> names) {
    return binding
        .manifest()
        .finding(
            UNKNOWN_POLICY,
            Binding.POLICY,
            "there is no ValidatingAdmissionPolicy %s: the binding enforces nothing"
                .formatted(binding.policy()))
        .withHelp(
            DidYouMean.of(binding.policy(), names)
                .map(meant -> "did you mean " + meant + "?")
                .orElse(
                    "declare the policy beside it, or name it in spec.policies.externals if"
                        + " others do"));
  }

  /** Parameters that there are not, by whose binding every request is refused. */
  static Diagnostic missingParams(NativePolicy policy, Binding binding, String why) {
    return binding
        .manifest()
        .finding(
            NO_PARAMS,
            Binding.PARAMS,
            "%s, so that the API server turns away all that %s takes (%s)"
                .formatted(why, policy.name(), binding.action()))
        .withRelated(policy.manifest().place(NativePolicy.NAME), "the policy")
        .withHelp(
            "add the object, name it in spec.policies.externals if others own it, or write"
                + " parameterNotFoundAction: Allow");
  }

  /** What could not be judged: once for each policy. */
  static List<Diagnostic> open(List<AdmissionJudgement> judgements) {
    Map<String, List<AdmissionJudgement.Open>> byPolicy =
        judgements.stream()
            .flatMap(judgement -> judgement.open().stream())
            .collect(
                Collectors.groupingBy(
                    open -> open.policy().ref().name(), TreeMap::new, Collectors.toList()));
    return byPolicy.values().stream().map(SetupFindings::notJudged).toList();
  }

  private static Diagnostic notJudged(List<AdmissionJudgement.Open> objects) {
    AdmissionJudgement.Open first = objects.get(0);
    String others =
        switch (objects.size()) {
          case 1 -> "";
          case 2 -> " and one other object";
          default -> " and " + (objects.size() - 1) + " other objects";
        };
    return first
        .policy()
        .finding(
            NOT_JUDGED,
            NativePolicy.NAME,
            "the policy did not judge %s%s, because %s"
                .formatted(first.object(), others, first.why()))
        .withHelp("what it says about them, only the cluster will tell");
  }
}
