package dev.strake.policy;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelResult;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.List;

/**
 * That a part of an object does not keep a validation, or that nobody can say.
 *
 * @param subject the part
 * @param result of the expression: false, or no boolean
 * @param path of what is wrong
 */
record PolicyVerdict(
    CompiledPolicy.Rule rule, ObjectView.Subject subject, CelResult result, NodePath path) {

  /** What an object does not keep, in the order of the validations. */
  static List<PolicyVerdict> against(ObjectView view, CompiledPolicy compiled) {
    List<PolicyVerdict> verdicts = new ArrayList<>();
    CelBindings bindings = view.bindings(compiled.policy());
    for (CompiledPolicy.Rule rule : compiled.rules()) {
      for (ObjectView.Subject subject : view.subjects(bindings, rule.validation())) {
        CelResult result = rule.condition().evaluate(subject.bindings());
        if (!result.isTrue()) {
          NodePath path = rule.validation().below(view.manifest(), subject.path());
          verdicts.add(new PolicyVerdict(rule, subject, result, path));
        }
      }
    }
    return verdicts;
  }

  /** In the author's words, with the values at hand where they can be had. */
  String message() {
    return rule.message()
        .map(expression -> expression.evaluate(subject.bindings()))
        .filter(CelResult.Text.class::isInstance)
        .map(text -> ((CelResult.Text) text).value())
        .orElse(rule.validation().message());
  }
}
