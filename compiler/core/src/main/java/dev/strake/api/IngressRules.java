package dev.strake.api;

import java.util.List;

/**
 * Ingresses.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">ValidateIngressCreate
 *     in validation.go</a>
 */
final class IngressRules implements ObjectRules {

  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";
  private static final String ANY_PATH = "ImplementationSpecific";
  private static final List<String> PATH_TYPES = List.of("Exact", ANY_PATH, "Prefix");
  private static final List<String> BAD_INSIDE = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> BAD_ENDS = List.of("/..", "/.");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.field("rules").isEmpty() && !spec.field("defaultBackend").isSet()) {
      spec.field("rules").missing("an ingress needs rules or a defaultBackend");
    }
    if (spec.field("defaultBackend").isSet()) {
      IngressBackends.check(spec.field("defaultBackend"), context);
    }
    spec.field("rules").items().forEach(rule -> checkRule(rule, context));
    spec.field("tls").items().forEach(IngressRules::checkTls);
    checkClass(spec.field("ingressClassName"), object.field("metadata", "annotations"));
  }

  private static void checkClass(Cursor name, Cursor annotations) {
    if (!name.isSet()) {
      return;
    }
    Check.shapeEvenEmpty(name, Texts::subdomainProblem);
    Cursor annotation = annotations.field(CLASS_ANNOTATION);
    if (annotation.isText() && name.isText() && !annotation.is(name.text())) {
      annotation.invalid("must be what spec.ingressClassName says");
    }
  }

  /** validateIngressTLS. */
  private static void checkTls(Cursor tls) {
    tls.field("hosts").items().forEach(h -> Check.shapeEvenEmpty(h, Domains::hostProblem));
    Check.shape(tls.field("secretName"), Texts::subdomainProblem);
  }

  /** validateIngressRules. */
  private static void checkRule(Cursor rule, ApiContext context) {
    Cursor host = rule.field("host");
    if (Addresses.find(host.text()).isPresent()) {
      host.invalid("must be a domain's name and no address");
    }
    Check.shape(host, Domains::hostProblem);
    Cursor http = rule.field("http");
    if (http.isMapping()) {
      Check.required(http, "paths");
    }
    http.field("paths").items().forEach(path -> checkPath(path, context));
  }

  /** validateHTTPIngressPath. */
  private static void checkPath(Cursor path, ApiContext context) {
    Cursor type = path.field("pathType");
    if (!type.isSet()) {
      type.missing();
      return;
    }
    Check.oneOf(type, PATH_TYPES);
    if (!type.is(ANY_PATH) && PATH_TYPES.contains(type.text())) {
      checkPlainPath(path.field("path"));
    } else if (type.is(ANY_PATH)) {
      Paths.absolute(path.field("path"));
    }
    IngressBackends.check(path.field("backend"), context);
  }

  private static void checkPlainPath(Cursor path) {
    String text = path.text();
    if (path.isBlank()) {
      path.missing("the path types Exact and Prefix need one");
    }
    Paths.absolute(path);
    BAD_INSIDE.stream()
        .filter(text::contains)
        .findFirst()
        .ifPresent(bad -> path.invalid("must not have " + bad + " in it"));
    BAD_ENDS.stream()
        .filter(text::endsWith)
        .findFirst()
        .ifPresent(bad -> path.invalid("must not end with " + bad));
  }
}
