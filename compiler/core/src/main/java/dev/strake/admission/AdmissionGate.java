package dev.strake.admission;

import dev.strake.cel.CelValue;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The door to this package: users' ValidatingAdmissionPolicies, ready to judge. Immutable but for
 * what is computed when it is needed; safe for use by many threads.
 */
public final class AdmissionGate {

  private static final String ALL = "*";

  private final AdmissionInputs inputs;
  private final Namespaces namespaces;
  private final Params params;
  private final List<NativePolicy> declared;
  private final List<Binding> bindings;
  private final Map<String, List<BoundPolicy>> byResource = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  /** A policy and its bindings, at least one. */
  private record BoundPolicy(NativePolicy policy, List<Binding> bindings) {}

  private AdmissionGate(AdmissionInputs inputs) {
    this.inputs = inputs;
    this.namespaces = new Namespaces(inputs.objects());
    this.params = new Params(inputs.objects(), inputs.resources(), inputs.complete());
    this.declared = all(NativePolicy.KIND).stream().map(NativePolicy::of).toList();
    this.bindings = all(Binding.KIND).stream().map(Binding::of).toList();
    Map<String, List<Binding>> byPolicy =
        bindings.stream()
            .filter(binding -> !inputs.withheld().contains(binding.manifest()))
            .collect(Collectors.groupingBy(Binding::policy));
    Set<String> names = new HashSet<>();
    for (NativePolicy policy : declared) {
      List<Binding> own = byPolicy.getOrDefault(policy.name(), List.of());
      boolean counts =
          !own.isEmpty()
              && !inputs.withheld().contains(policy.manifest())
              && inputs.settings().selects(policy.id());
      // Of two of one name, the schema stage says that one is too many.
      if (counts && names.add(policy.name())) {
        asked.add(policy.id());
        index(new BoundPolicy(policy, own));
      }
    }
  }

  public static AdmissionGate of(AdmissionInputs inputs) {
    return new AdmissionGate(inputs);
  }

  private List<Manifest> all(String kind) {
    return inputs.objects().all(NativePolicy.GROUP, kind);
  }

  private void index(BoundPolicy bound) {
    bound.policy().match().rules().stream()
        .flatMap(rule -> rule.plurals().stream())
        .distinct()
        .forEach(plural -> byResource.computeIfAbsent(plural, p -> new ArrayList<>()).add(bound));
  }

  /** Codes of the policies among some objects, whether anything is judged by them or not. */
  public static Set<String> ids(List<Manifest> objects) {
    return objects.stream()
        .filter(AdmissionGate::isPolicy)
        .map(object -> NativePolicy.id(object.ref().name()))
        .collect(Collectors.toSet());
  }

  /** Whether an object is a policy or a binding. */
  public static boolean isOfAdmission(Manifest object) {
    return isPolicy(object) || is(object, Binding.KIND);
  }

  private static boolean isPolicy(Manifest object) {
    return is(object, NativePolicy.KIND);
  }

  private static boolean is(Manifest object, String kind) {
    return object.ref().kind().equals(kind)
        && object.ref().apiVersion().startsWith(NativePolicy.GROUP + "/");
  }

  /** Whether a code is that of findings by users' admission policies. */
  public static boolean isCode(String code) {
    return code.startsWith(NativePolicy.CATEGORY);
  }

  /** What such a finding means, as Markdown: one page for all policies. */
  public static String page() {
    try (InputStream page = AdmissionGate.class.getResourceAsStream("finding.md")) {
      if (page == null) {
        throw new IllegalStateException("no page");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be read", e);
    }
  }

  /** Codes of the policies that objects are judged by. */
  public Set<String> ids() {
    return Set.copyOf(asked);
  }

  /**
   * What is wrong with an object that is made, and with the pods that it makes.
   *
   * @param sound whether nothing else is wrong with it
   */
  public AdmissionJudgement judge(Manifest object, boolean sound) {
    Findings findings = new Findings();
    if (!byResource.isEmpty()) {
      ServedResource resource = resource(object);
      if (!resource.isExempt()) {
        judge(Request.creation(object, resource, inputs.pods()), findings);
        Request.ofPod(object, inputs.pods()).ifPresent(pod -> judge(pod, findings));
      }
    }
    return findings.judgement(inputs.settings(), sound);
  }

  /** What is wrong with a change of an object, beyond what is wrong if it were made anew. */
  public List<Diagnostic> judgeUpdate(Manifest before, Manifest after) {
    ServedResource resource = resource(after);
    if (byResource.isEmpty() || resource.isExempt()) {
      return List.of();
    }
    Findings made = new Findings();
    judge(Request.creation(after, resource, inputs.pods()), made);
    Findings changed = new Findings();
    judge(Request.update(before, after, resource, inputs.pods()), changed);
    return changed.beyond(made, inputs.settings());
  }

  private ServedResource resource(Manifest object) {
    return inputs
        .resources()
        .find(object.ref().apiVersion(), object.ref().kind(), object.ref().namespace() != null);
  }

  private void judge(Request request, Findings findings) {
    for (String key : List.of(request.resource().plural(), ALL)) {
      byResource.getOrDefault(key, List.of()).forEach(bound -> judge(bound, request, findings));
    }
  }

  private void judge(BoundPolicy bound, Request request, Findings findings) {
    NativePolicy policy = bound.policy();
    Match match = policy.match().match(request, namespaces);
    if (match.isNo()) {
      return;
    }
    for (Binding binding : bound.bindings()) {
      Match bindingMatch = binding.match().match(request, namespaces);
      if (!bindingMatch.isNo()) {
        String open = match.open().isEmpty() ? bindingMatch.open() : match.open();
        judge(policy, binding, request, new Match(match.version(), open), findings);
      }
    }
  }

  private void judge(
      NativePolicy policy, Binding binding, Request request, Match match, Findings findings) {
    ServedResource resource = request.resource();
    if (!resource.alike() && !match.version().equals(resource.version())) {
      String why =
          "only an API server converts %s of %s to the version %s"
              .formatted(resource.plural(), resource.group(), match.version());
      findings.open(policy, request, why);
      return;
    }
    Params.Found found = params.find(policy, binding, request);
    if (!found.missing().isEmpty()) {
      if (policy.fails() && match.open().isEmpty()) {
        findings.add(SetupFindings.missingParams(policy, binding, found.missing()));
      }
      return;
    }
    if (!found.open().isEmpty()) {
      findings.open(policy, request, found.open());
      return;
    }
    for (CelValue value : found.values()) {
      Evaluation evaluation = new Evaluation(policy, request, match.version(), value, namespaces);
      Evaluation.Outcome outcome = evaluation.run();
      if (outcome.open()) {
        findings.open(policy, request, OpenReasons.of(policy, request));
      }
      for (Evaluation.Violation violation : outcome.violations()) {
        if (match.open().isEmpty()) {
          findings.add(new Finding(policy, binding, request, violation, evaluation::find));
        } else {
          findings.open(policy, request, match.open());
        }
      }
    }
  }

  /** What is wrong with policies and bindings themselves. */
  public List<Diagnostic> judgeSetup() {
    return SetupFindings.of(inputs, declared, bindings);
  }

  /** What of some judgements stays open: once for each policy. */
  public static List<Diagnostic> open(List<AdmissionJudgement> judgements) {
    return SetupFindings.open(judgements);
  }
}
