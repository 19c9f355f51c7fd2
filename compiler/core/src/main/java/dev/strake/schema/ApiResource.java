package dev.strake.schema;

import java.util.Locale;

/** What a kind is called where resources are named: in addresses and in the rules of roles. */
final class ApiResource {

  private ApiResource() {}

  /**
   * The name in the plural and in lower case. All built-in kinds follow this rule.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/api/meta/restmapper.go">UnsafeGuessKindToResource
   *     in restmapper.go</a>
   */
  static String of(String kind) {
    String singular = kind.toLowerCase(Locale.ROOT);
    if (singular.endsWith("endpoints")) {
      return singular;
    }
    if (singular.endsWith("s")) {
      return singular + "es";
    }
    return singular.endsWith("y")
        ? singular.substring(0, singular.length() - 1) + "ies"
        : singular + "s";
  }
}
