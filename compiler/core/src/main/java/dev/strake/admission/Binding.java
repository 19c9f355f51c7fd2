package dev.strake.admission;

import dev.strake.diagnostic.Severity;
import dev.strake.join.LabelSelector;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Optional;

/**
 * A ValidatingAdmissionPolicyBinding: where a policy counts, with which parameters, and what
 * follows.
 *
 * @param params empty if it gives none
 * @param action what it does to a request that breaks the policy: the hardest of its actions
 */
record Binding(
    Manifest manifest,
    String policy,
    Optional<ParamRef> params,
    MatchResources match,
    Action action) {

  static final String KIND = "ValidatingAdmissionPolicyBinding";
  static final NodePath POLICY = NodePath.of("spec", "policyName");
  static final NodePath PARAMS = NodePath.of("spec", "paramRef");

  /** What follows from a violation, the hardest first. */
  enum Action {
    DENY("Deny", Severity.ERROR, "the API server refuses it"),
    WARN("Warn", Severity.WARNING, "the API server warns whoever applies it"),
    AUDIT("Audit", Severity.INFO, "the API server notes it in the audit log");

    private final String text;
    private final Severity severity;
    private final String effect;

    Action(String text, Severity severity, String effect) {
      this.text = text;
      this.severity = severity;
      this.effect = effect;
    }

    Severity severity() {
      return severity;
    }

    /** What happens to the object, as a clause. */
    String effect() {
      return effect;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Which objects hold the parameters.
   *
   * @param name the empty text if a selector chooses them
   * @param namespace the empty text for the one that the request is about
   * @param refuses whether requests are refused if there are none
   */
  record ParamRef(String name, String namespace, LabelSelector selector, boolean refuses) {}

  static Binding of(Manifest manifest) {
    Part spec = Part.of(manifest).field("spec");
    return new Binding(
        manifest,
        spec.field("policyName").textOrEmpty(),
        Optional.of(spec.field("paramRef")).filter(Part::isSet).map(Binding::paramRef),
        MatchResources.of(spec.field("matchResources")),
        action(spec.field("validationActions").texts()));
  }

  private static ParamRef paramRef(Part reference) {
    return new ParamRef(
        reference.field("name").textOrEmpty(),
        reference.field("namespace").textOrEmpty(),
        LabelSelector.of(reference.field("selector")),
        reference.field("parameterNotFoundAction").is("Deny"));
  }

  private static Action action(List<String> actions) {
    for (Action action : Action.values()) {
      if (actions.contains(action.text)) {
        return action;
      }
    }
    // Before v1 there were none, and every violation was refused.
    return Action.DENY;
  }

  @Override
  public String toString() {
    return KIND + " " + manifest.ref().name();
  }
}
