package dev.strake.policy;

import dev.strake.spec.Policies.ExceptedObject;
import dev.strake.spec.Policies.PolicyException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Leave to break a policy, for the cluster's gate: what the annotation {@code strake.dev/allow} of
 * the object says, as before the merge, and the exceptions of the spec as literals.
 *
 * <p>There is no clock in CEL. An exemption with a date has to have one, and counts in the cluster
 * until it is removed; before the merge it is an error from the day after. What is compiled does
 * not depend on the day.
 */
final class AdmissionLeave {

  /**
   * The variable with what an object has leave for: the policy's id for the whole object, {@code
   * <id>#<name>} for a container.
   */
  static final String NAME = "leave";

  private static final String VARIABLE = PolicyVariables.PREFIX + NAME;

  /** The same as before the merge; what is behind {@code until} has the shape of a day. */
  private static final String LINE =
      "^%s(#[a-z0-9]([a-z0-9-]*[a-z0-9])?)?( +until +[0-9]{4}-[0-9]{2}-[0-9]{2})? *:.*[^ ]";

  private static final String ANNOTATION =
      """
      object.metadata.?annotations[?'strake.dev/allow'].orValue('').split('\\n')
      .map(line, line.replace('\\t', ' ').trim())
      .filter(line, line.matches(%s))
      .map(line, line.split(':')[0].split(' ')[0])\
      """;

  private final String id;
  private final List<PolicyException> exceptions;

  /**
   * @param exceptions of the spec, from any policy
   */
  AdmissionLeave(Policy policy, List<PolicyException> exceptions) {
    this.id = policy.id();
    this.exceptions =
        exceptions.stream()
            .filter(each -> each.policy().toString().equals(id))
            // Nothing without a name comes to a cluster.
            .filter(each -> each.object().name() != null)
            .toList();
  }

  /** The variable's expression: a list of texts. */
  String expression() {
    String annotation = ANNOTATION.formatted(CelText.quote(LINE.formatted(id)));
    return exceptions.isEmpty()
        ? annotation
        : exceptions.stream()
            .map(this::exception)
            .collect(Collectors.joining("\n+ ", annotation + "\n+ ", ""));
  }

  private String exception(PolicyException exception) {
    ExceptedObject object = exception.object();
    String leave = object.container() == null ? id : id + "#" + object.container();
    return "(%s ? [%s] : [])".formatted(condition(object), CelText.quote(leave));
  }

  /** Where it says no namespace, it means what lies in none, or in the one that clients assume. */
  private static String condition(ExceptedObject object) {
    String namespace = object.namespace() == null ? "default" : object.namespace().toString();
    String namespaces =
        namespace.equals("default") ? "['', 'default']" : "[" + CelText.quote(namespace) + "]";
    return "object.kind == %s && object.metadata.?name.orValue('') == %s && object.metadata.?namespace.orValue('') in %s%s"
        .formatted(
            CelText.quote(object.kind().toString()),
            CelText.quote(String.valueOf(object.name())),
            namespaces,
            object.apiVersion() == null ? "" : " && " + group(object.apiVersion().toString()));
  }

  /** The server may hand the object over in another version of its group. */
  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? "!object.apiVersion.contains('/')"
        : "object.apiVersion.startsWith(%s)"
            .formatted(CelText.quote(apiVersion.substring(0, slash + 1)));
  }

  /** Holds where the condition does, and where the whole object has leave. */
  String orWhole(String condition) {
    return CelText.call("%s in %s || ".formatted(CelText.quote(id), VARIABLE), condition);
  }

  /** Holds where the condition does, and where the element's container has leave. */
  String orContainer(ElementSet set, String condition) {
    ElementSet outermost = set;
    while (outermost.outer().isPresent()) {
      outermost = outermost.outer().get();
    }
    return outermost.isOfContainers()
        ? CelText.call(
            "%s + %s.?name.orValue('') in %s || "
                .formatted(CelText.quote(id + "#"), outermost.element(), VARIABLE),
            condition)
        : condition;
  }

  /** What the audit log notes of a request: which leave the object has; nothing if it has none. */
  String note() {
    return VARIABLE + ".join(', ')";
  }
}
