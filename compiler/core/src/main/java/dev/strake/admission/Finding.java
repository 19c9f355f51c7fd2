package dev.strake.admission;

import dev.strake.cel.CelBindings;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.yaml.NodePath;
import java.util.List;

/** A request that breaks a policy, by one of its bindings. */
record Finding(
    NativePolicy policy,
    Binding binding,
    Request request,
    Evaluation.Violation violation,
    CelBindings bindings) {

  /** What two findings have in common that say the same. */
  record Key(String policy, int check, String message, NodePath base) {}

  Key key() {
    return new Key(policy.name(), violation.check().index(), violation.message(), request.base());
  }

  boolean isOfCheck(Key other) {
    return key().policy().equals(other.policy()) && key().check() == other.check();
  }

  boolean isHarderThan(Finding other) {
    return binding.action().compareTo(other.binding.action()) < 0;
  }

  /** One for each guilty place. */
  List<Diagnostic> diagnostics(AdmissionSettings settings) {
    List<NodePath> places =
        violation.failed()
            ? List.of(request.isOfController() ? request.base() : NativePolicy.NAME)
            : new GuiltyPlaces(policy, request.base()).of(violation.check(), bindings);
    return places.stream().distinct().map(place -> diagnostic(place, settings)).toList();
  }

  private Diagnostic diagnostic(NodePath place, AdmissionSettings settings) {
    Code code = Code.error(policy.id());
    String pods = request.isOfController() ? "the pods made from this break it: " : "";
    return request
        .manifest()
        .finding(code, place, pods + violation.message())
        .withSeverity(settings.severity(policy.id(), severity()))
        .withRelated(policy.manifest().place(violation.check().place()), "in the " + policy)
        .withHelp(help());
  }

  /**
   * Of a pod that only a controller will make, one step less: what changes pods on their way, such
   * as a LimitRange, is not known here.
   */
  private Severity severity() {
    Severity own = binding.action().severity();
    return request.isOfController() && own == Severity.ERROR ? Severity.WARNING : own;
  }

  private String help() {
    String what =
        request.operation() == Operation.UPDATE
            ? "the change"
            : request.isOfController() ? "every such pod" : "the object";
    return "correct %s: by the %s, %s".formatted(what, binding, binding.action().effect());
  }
}
