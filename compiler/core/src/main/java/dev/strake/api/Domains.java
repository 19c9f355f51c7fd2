package dev.strake.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of domains and of things at a path, as references have them. Problems read as in {@link
 * Texts}.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go">validation.go
 *     in apimachinery</a>
 */
final class Domains {

  private static final Pattern WILDCARD =
      Pattern.compile("\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST = 253;

  private Domains() {}

  /** IsWildcardDNS1123Subdomain for hosts with a star, IsDNS1123Subdomain for others. */
  static @Nullable String hostProblem(String text) {
    if (!text.contains("*")) {
      return Texts.subdomainProblem(text);
    }
    boolean ok = text.length() <= LONGEST && WILDCARD.matcher(text).matches();
    return ok ? null : "a wildcard host: it must be \"*.\" and a domain";
  }

  /** IsFullyQualifiedName. */
  static @Nullable String fullyQualifiedProblem(String text) {
    String problem = Texts.subdomainProblem(text);
    if (problem != null) {
      return problem;
    }
    return segments(text) < 3 ? "a full name: it needs at least three parts, a.example.org" : null;
  }

  /** IsFullyQualifiedDomainName: a dot at the end is allowed. */
  static @Nullable String domainProblem(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    String problem = Texts.subdomainProblem(name);
    if (problem != null) {
      return problem;
    }
    return segments(name) < 2 ? "a domain: it needs at least two parts, example.org" : null;
  }

  private static int segments(String text) {
    return text.split("\\.", -1).length;
  }

  /** IsPathSegmentName: what may stand between two slashes of a URL. */
  static @Nullable String segmentProblem(String text) {
    boolean bad = text.equals(".") || text.equals("..") || text.contains("/") || text.contains("%");
    return bad ? "a name: it must be no \".\" or \"..\", without '/' and '%'" : null;
  }

  /** ValidateServiceName, which 1.36 relaxed. */
  static @Nullable String serviceProblem(String text, ApiContext context) {
    return NameRule.SERVICE.problem(text, context);
  }
}
