package dev.strake.cel;

import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.BOOL;
import static dev.strake.cel.FunctionType.STRING;

import java.util.List;

/**
 * What the one who asks is allowed to do. Only a running API server knows: expressions compile, and
 * fail when they are evaluated here.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-authorizer-library">Kubernetes
 *     authorizer library</a>
 */
final class AuthorizerLibrary implements CelLibrary {

  static final FunctionType<Unknown> AUTHORIZER = type("Authorizer");
  static final FunctionType<Unknown> RESOURCE_CHECK = type("ResourceCheck");
  private static final FunctionType<Unknown> PATH_CHECK = type("PathCheck");
  private static final FunctionType<Unknown> GROUP_CHECK = type("GroupCheck");
  private static final FunctionType<Unknown> DECISION = type("Decision");

  /** A value that there is only in an API server. */
  static final class Unknown {
    private Unknown() {}
  }

  private static FunctionType<Unknown> type(String name) {
    return FunctionType.opaque("kubernetes.authorization." + name, Unknown.class);
  }

  @Override
  public int sinceMinor() {
    return 27;
  }

  @Override
  public List<CelFunction> functions() {
    return List.of(
        builder("path", "authorizer_path", AUTHORIZER, PATH_CHECK),
        builder("group", "authorizer_group", AUTHORIZER, GROUP_CHECK),
        member(
            "serviceAccount",
            "authorizer_serviceaccount",
            List.of(AUTHORIZER, STRING, STRING),
            AUTHORIZER,
            unknown -> refuse()),
        builder("resource", "groupcheck_resource", GROUP_CHECK, RESOURCE_CHECK),
        builder("subresource", "resourcecheck_subresource", RESOURCE_CHECK, RESOURCE_CHECK),
        builder("namespace", "resourcecheck_namespace", RESOURCE_CHECK, RESOURCE_CHECK),
        builder("name", "resourcecheck_name", RESOURCE_CHECK, RESOURCE_CHECK),
        builder("check", "pathcheck_check", PATH_CHECK, DECISION),
        builder("check", "resourcecheck_check", RESOURCE_CHECK, DECISION),
        member("errored", "decision_errored", DECISION, BOOL, unknown -> refuse()),
        member("error", "decision_error", DECISION, STRING, unknown -> refuse()),
        member("allowed", "decision_allowed", DECISION, BOOL, unknown -> refuse()),
        member("reason", "decision_reason", DECISION, STRING, unknown -> refuse()));
  }

  static CelFunction builder(
      String name, String id, FunctionType<Unknown> receiver, FunctionType<Unknown> result) {
    return member(name, id, receiver, STRING, result, (unknown, text) -> refuse());
  }

  private static Object refuse() {
    throw new CelFunctionFailure("only an API server knows what the user may do");
  }
}
