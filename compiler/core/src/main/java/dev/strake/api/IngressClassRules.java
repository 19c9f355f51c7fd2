package dev.strake.api;

import java.util.List;

/**
 * Classes of ingresses. An absent scope of the parameters is Cluster.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">ValidateIngressClass
 *     in validation.go</a>
 */
final class IngressClassRules implements ObjectRules {

  private static final int LONGEST_CONTROLLER = 250;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor controller = object.field("spec", "controller");
    Check.requiredShape(controller, Texts::prefixedPathProblem);
    if (Texts.bytes(controller.text()) > LONGEST_CONTROLLER) {
      controller.report(ApiCode.TOO_LONG, controller.path() + " has more than 250 characters");
    }
    Cursor parameters = object.field("spec", "parameters");
    if (parameters.isMapping()) {
      References.local(parameters);
      checkScope(parameters.field("scope"), parameters.field("namespace"));
    }
  }

  private static void checkScope(Cursor scope, Cursor namespace) {
    Check.oneOf(scope, List.of("Cluster", "Namespace"));
    if (scope.is("Namespace")) {
      if (namespace.isSet()) {
        Check.shapeEvenEmpty(namespace, Texts::labelProblem);
      } else {
        namespace.missing("the scope Namespace needs one");
      }
    } else if ((!scope.isSet() || scope.is("Cluster")) && namespace.isSet()) {
      namespace.forbidden("with the scope Cluster");
    }
  }
}
