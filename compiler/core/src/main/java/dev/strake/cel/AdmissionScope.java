package dev.strake.cel;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an expression in an admission policy or a webhook's condition can read.
 *
 * @param minor of the API server's version of Kubernetes 1. New expressions may only use what the
 *     version before already knew, so that the server can be rolled back.
 * @param params whether there are the parameters that a binding gives to a policy
 * @param authorizer whether it can ask what the user may do
 * @param variables of the policy, by name
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-expression">Validation
 *     expression</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/environment/base.go">DefaultCompatibilityVersion
 *     in base.go</a>
 */
public record AdmissionScope(
    int minor, boolean params, boolean authorizer, Map<String, ResultType> variables) {

  public AdmissionScope {
    variables = Map.copyOf(variables);
  }

  /** With another of the policy's variables. */
  public AdmissionScope withVariable(String name, ResultType type) {
    Map<String, ResultType> more = new LinkedHashMap<>(variables);
    more.put(name, type);
    return new AdmissionScope(minor, params, authorizer, more);
  }

  public AdmissionScope withoutAuthorizer() {
    return new AdmissionScope(minor, params, false, variables);
  }

  /** Whether a variable has a type that nobody knows, so that types cannot be insisted on. */
  boolean hasUnknown() {
    return variables.containsValue(ResultType.UNKNOWN);
  }

  CelCompilerBuilder declare() {
    CelCompilerBuilder builder =
        CelSetup.compiler(minor - 1)
            .setTypeProvider(new AdmissionTypes())
            .addVar("object", SimpleType.DYN)
            .addVar("oldObject", SimpleType.DYN)
            .addVar("namespaceObject", AdmissionTypes.NAMESPACE)
            .addVar("request", AdmissionTypes.REQUEST);
    if (params) {
      builder.addVar("params", SimpleType.DYN);
    }
    if (authorizer) {
      builder
          .addVar("authorizer", AuthorizerLibrary.AUTHORIZER.declared())
          .addVar("authorizer.requestResource", AuthorizerLibrary.RESOURCE_CHECK.declared());
    }
    variables.forEach((name, type) -> builder.addVar("variables." + name, type.declared()));
    return builder;
  }
}
