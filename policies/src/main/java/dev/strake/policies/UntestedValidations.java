package dev.strake.policies;

import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.policy.CompiledPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Validations that the cases do not prove. One is proven if a case in fail/ notices that it always
 * holds, and one in pass/ that it never does.
 */
public final class UntestedValidations {

  private static final CheckedExpression ALWAYS = constant("true");
  private static final CheckedExpression NEVER = constant("false");

  private UntestedValidations() {}

  /** One line each; none if every validation is proven. */
  public static List<String> of(PolicyFolder folder, CompiledPolicy policy) {
    List<String> untested = new ArrayList<>();
    for (int i = 0; i < policy.rules().size(); i++) {
      String validation = "validation " + (i + 1);
      if (!isNoticed(folder, with(policy, i, ALWAYS), "not found: ", "/fail/")) {
        untested.add(validation + " can always hold, and no case in fail/ notices");
      }
      if (!isNoticed(folder, with(policy, i, NEVER), "not expected: ", "/pass/")) {
        untested.add(validation + " can never hold, and no case in pass/ notices");
      }
    }
    return untested;
  }

  private static boolean isNoticed(
      PolicyFolder folder, CompiledPolicy mutant, String how, String where) {
    return PolicyCases.mismatches(folder, mutant).stream()
        .anyMatch(mismatch -> mismatch.startsWith(how) && mismatch.contains(folder.id() + where));
  }

  private static CompiledPolicy with(
      CompiledPolicy policy, int index, CheckedExpression condition) {
    List<CompiledPolicy.Rule> rules = new ArrayList<>(policy.rules());
    CompiledPolicy.Rule rule = rules.get(index);
    rules.set(index, rule.withCondition(condition));
    return new CompiledPolicy(policy.policy(), rules);
  }

  private static CheckedExpression constant(String verdict) {
    return ExpressionCompiler.withVariables(List.of()).compile(verdict, CelType.BOOLEAN).orThrow();
  }
}
