package dev.strake.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Storage classes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/validation/validation.go">ValidateStorageClass
 *     in validation.go</a>
 */
final class StorageClassRules implements ObjectRules {

  private static final int MOST_PARAMETERS = 512;
  private static final long MOST_PARAMETER_BYTES = 256 * 1024;

  @Override
  public void check(Cursor object, ApiContext context) {
    checkProvisioner(object.field("provisioner"));
    checkParameters(object.field("parameters"));
    Check.oneOfOrEmpty(object.field("reclaimPolicy"), List.of("Delete", "Retain"));
    Check.oneOf(object.field("volumeBindingMode"), List.of("Immediate", "WaitForFirstConsumer"));
    checkTopologies(object.field("allowedTopologies"));
  }

  /** validateAllowedTopologies: no two ask the same, and none asks nothing. */
  private static void checkTopologies(Cursor topologies) {
    Map<Map<String, Set<String>>, Cursor> seen = new HashMap<>();
    for (Cursor term : topologies.items()) {
      checkTopology(term);
      Cursor expressions = term.field("matchLabelExpressions");
      Map<String, Set<String>> asked = new HashMap<>();
      for (Cursor expression : expressions.items()) {
        Set<String> values = new HashSet<>();
        expression.field("values").items().forEach(value -> values.add(value.text()));
        asked.put(expression.field("key").text(), values);
      }
      Cursor earlier = seen.putIfAbsent(asked, expressions);
      if (asked.isEmpty() && (!term.isSet() || term.isMapping())) {
        expressions.missing("a term must ask something");
      } else if (earlier != null) {
        expressions.duplicate(earlier, "this term");
      }
    }
  }

  /** validateProvisioner. */
  static void checkProvisioner(Cursor provisioner) {
    Check.requiredShape(provisioner, text -> Texts.qualifiedProblem(text.toLowerCase(Locale.ROOT)));
  }

  /** validateParameters. */
  static void checkParameters(Cursor parameters) {
    int count = parameters.values().size();
    if (count > MOST_PARAMETERS) {
      parameters.report(
          ApiCode.TOO_LONG,
          "there are %s parameters, and %s are allowed".formatted(count, MOST_PARAMETERS));
    }
    long total = 0;
    for (Cursor parameter : parameters.values()) {
      if (parameter.key().isEmpty()) {
        parameter.reportKey(ApiCode.INVALID_NAME, "a parameter needs a name");
      }
      total += Texts.bytes(parameter.key()) + Texts.bytes(parameter.text());
    }
    if (total > MOST_PARAMETER_BYTES) {
      parameters.report(
          ApiCode.TOO_LONG,
          "the parameters have %s bytes, and %s are allowed"
              .formatted(total, MOST_PARAMETER_BYTES));
    }
  }

  /** ValidateTopologySelectorTerm. */
  private static void checkTopology(Cursor term) {
    Seen keys = new Seen();
    for (Cursor expression : term.field("matchLabelExpressions").items()) {
      Cursor key = expression.field("key");
      Labels.checkKeyText(key);
      keys.add(key, key.text(), "the key " + key.text());
      Check.required(expression, "values");
      Seen values = new Seen();
      for (Cursor value : expression.field("values").items()) {
        values.add(value, value.text(), "the value " + value.text());
      }
    }
  }
}
