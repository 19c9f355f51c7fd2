package dev.strake.api;

import java.util.List;
import java.util.Locale;

/**
 * References to fields of the pod and to resources of its containers.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateObjectFieldSelector
 *     and validateContainerResourceFieldSelector in validation.go</a>
 */
final class DownwardApi {

  static final List<String> ENV_FIELDS =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");
  static final List<String> VOLUME_FIELDS =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.labels",
          "metadata.annotations",
          "metadata.uid");
  private static final List<String> RESOURCES =
      List.of(
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage",
          "requests.cpu",
          "requests.memory",
          "requests.ephemeral-storage");
  private static final List<String> CPU_DIVISORS = List.of("1m", "1");
  private static final List<String> SIZE_DIVISORS =
      List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

  private DownwardApi() {}

  static void checkField(Cursor reference, List<String> fields) {
    if (!reference.isMapping()) {
      return;
    }
    Check.oneOfOrEmpty(reference.field("apiVersion"), List.of("v1"));
    Cursor path = reference.field("fieldPath");
    if (path.isBlank()) {
      path.missing();
      return;
    }
    String text = path.text().equals("spec.host") ? "spec.nodeName" : path.text();
    int bracket = text.indexOf("['");
    if (text.endsWith("']") && bracket > 0) {
      checkSubscript(
          path, text.substring(0, bracket), text.substring(bracket + 2, text.length() - 2));
    } else if (path.isText() && !fields.contains(text)) {
      path.invalid(ApiCode.UNSUPPORTED_VALUE, "must be one of " + String.join(", ", fields));
    }
  }

  private static void checkSubscript(Cursor path, String field, String key) {
    switch (field) {
      case "metadata.annotations" -> checkKey(path, key.toLowerCase(Locale.ROOT));
      case "metadata.labels" -> checkKey(path, key);
      default -> path.invalid("must not have a key in brackets");
    }
  }

  private static void checkKey(Cursor path, String key) {
    String problem = Texts.qualifiedProblem(key);
    if (problem != null) {
      path.report(ApiCode.INVALID_LABEL, Texts.isNot(key, problem));
    }
  }

  /**
   * @param inVolume where the container has to be named
   */
  static void checkResource(Cursor reference, boolean inVolume) {
    if (!reference.isMapping()) {
      return;
    }
    if (inVolume && reference.field("containerName").isBlank()) {
      reference.field("containerName").missing();
    }
    Cursor resource = reference.field("resource");
    String name = resource.text();
    boolean hugePages =
        name.startsWith("requests.hugepages-") || name.startsWith("limits.hugepages-");
    if (!hugePages) {
      Check.requiredOneOf(resource, RESOURCES);
    }
    if (hugePages || RESOURCES.contains(name)) {
      checkDivisor(
          reference.field("divisor"), name.endsWith(".cpu") ? CPU_DIVISORS : SIZE_DIVISORS);
    }
  }

  /** validateContainerResourceDivisor. */
  private static void checkDivisor(Cursor divisor, List<String> allowed) {
    divisor
        .quantity()
        .filter(amount -> !amount.isZero() && !allowed.contains(amount.canonical()))
        .ifPresent(
            amount ->
                divisor.invalid(
                    ApiCode.UNSUPPORTED_VALUE, "must be one of " + String.join(", ", allowed)));
  }
}
