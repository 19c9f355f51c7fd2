package dev.strake.api;

/**
 * Where an ingress leads to.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">validateIngressBackend
 *     in validation.go</a>
 */
final class IngressBackends {

  private IngressBackends() {}

  static void check(Cursor backend, ApiContext context) {
    if (backend.isSet() && !backend.isMapping()) {
      return;
    }
    Cursor resource = backend.field("resource");
    Cursor service = backend.field("service");
    if (resource.isSet() && service.isSet()) {
      resource.forbidden("beside service");
    } else if (resource.isSet()) {
      References.local(resource);
    } else if (service.isSet()) {
      checkService(service, context);
    } else {
      backend.report(ApiCode.MISSING_FIELD, backend.path() + " needs one of resource, service");
    }
  }

  private static void checkService(Cursor service, ApiContext context) {
    Check.requiredShape(service.field("name"), name -> Domains.serviceProblem(name, context));
    Cursor port = service.field("port");
    Cursor name = port.field("name");
    Cursor number = port.field("number");
    boolean hasNumber = number.isSet() && number.integerOr(1) != 0;
    if (!name.isBlank() && hasNumber) {
      number.forbidden("beside a port's name");
    } else if (!name.isBlank()) {
      Check.shape(name, Texts::portNameProblem);
    } else if (hasNumber) {
      Check.port(number);
    } else if (!port.isSet() || port.isMapping()) {
      port.missing("a service needs a port's name or number");
    }
  }
}
