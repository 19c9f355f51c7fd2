package dev.strake.policy;

import dev.strake.cel.CelResult;
import dev.strake.cel.CheckedExpression;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NewScalar;
import dev.strake.yaml.NodeChanges;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.TextChange;
import java.util.Optional;

/** Makes of a policy's fix the edits of the very text that a finding is about. */
final class FixMaker {

  private FixMaker() {}

  /** The finding with its fix, or with the reason why its policy's fix cannot be made here. */
  static Diagnostic with(
      Diagnostic finding, Manifest manifest, CompiledPolicy.Rule rule, ObjectView.Subject subject) {
    Optional<PolicyFix> fix = rule.validation().fix();
    if (fix.isEmpty() || !applies(rule.fix().orElseThrow(), subject)) {
      return finding;
    }
    String title = fix.get().title();
    return change(manifest, fix.get(), rule.fix().orElseThrow(), subject)
        .match(
            edits -> finding.withFix(new Fix(title, edits)),
            reason -> finding.withHelp(finding.help() + "; not by strake fix: " + reason));
  }

  /** Where the expression fails, nothing is known to do no harm. */
  private static boolean applies(CompiledPolicy.Fix fix, ObjectView.Subject subject) {
    return fix.when().map(when -> when.evaluate(subject.bindings()).isTrue()).orElse(true);
  }

  private static TextChange change(
      Manifest manifest,
      PolicyFix fix,
      CompiledPolicy.Fix expressions,
      ObjectView.Subject subject) {
    if (!manifest.isWritten()) {
      return TextChange.refused(
          manifest.isGenerated()
              ? "the object is made from the spec"
              : "the object is made from a template or an overlay");
    }
    if (fix.action() == PolicyFix.Action.REMOVE) {
      return NodeChanges.remove(manifest.root(), below(subject.path(), fix));
    }
    return fix.value()
        .or(() -> expressions.value().flatMap(value -> text(value, subject)))
        .map(value -> NodeChanges.set(manifest.root(), subject.path(), fix.keys(), value))
        .orElseGet(() -> TextChange.refused("its new value could not be computed"));
  }

  private static Optional<NewScalar> text(
      CheckedExpression expression, ObjectView.Subject subject) {
    return expression.evaluate(subject.bindings()) instanceof CelResult.Text text
        ? Optional.of(NewScalar.ofString(text.value()))
        : Optional.empty();
  }

  private static NodePath below(NodePath element, PolicyFix fix) {
    NodePath path = element;
    for (String key : fix.keys()) {
      path = path.key(key);
    }
    return path;
  }
}
