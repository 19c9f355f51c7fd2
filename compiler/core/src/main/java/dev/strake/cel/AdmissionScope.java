package dev.strake.cel;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an expression in an admission policy or a webhook's condition can read. Immutable.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-expression">Validation
 *     expression</a>
 */
public final class AdmissionScope {

  private final int minor;
  private final boolean params;
  private final boolean authorizer;
  private final Map<String, ResultType> variables;

  private AdmissionScope(
      int minor, boolean params, boolean authorizer, Map<String, ResultType> variables) {
    this.minor = minor;
    this.params = params;
    this.authorizer = authorizer;
    this.variables = variables;
  }

  /**
   * The object, the request and its namespace.
   *
   * @param minor of the API server's version of Kubernetes 1. New expressions may only use what the
   *     version before already knew, so that the server can be rolled back.
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/environment/base.go">DefaultCompatibilityVersion
   *     in base.go</a>
   */
  public static AdmissionScope of(int minor) {
    return new AdmissionScope(minor, false, false, Map.of());
  }

  /** With the parameters that a binding gives to a policy. */
  public AdmissionScope withParams() {
    return new AdmissionScope(minor, true, authorizer, variables);
  }

  /** With the one who knows what the user may do. */
  public AdmissionScope withAuthorizer() {
    return new AdmissionScope(minor, params, true, variables);
  }

  /** With another of the policy's variables. */
  public AdmissionScope withVariable(String name, ResultType type) {
    Map<String, ResultType> more = new LinkedHashMap<>(variables);
    more.put(name, type);
    return new AdmissionScope(minor, params, authorizer, more);
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
