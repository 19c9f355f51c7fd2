package dev.strake.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runtimes of containers.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/node/validation/validation.go">ValidateRuntimeClass
 *     in validation.go</a>
 */
final class RuntimeClassRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    Check.requiredShape(object.field("handler"), Texts::labelProblem);
    ResourceRules.checkLimits(object.field("overhead", "podFixed"));
    Cursor scheduling = object.field("scheduling");
    Labels.check(scheduling.field("nodeSelector"));
    Tolerations.check(scheduling.field("tolerations"));
    checkTwins(scheduling.field("tolerations"));
  }

  /** validateTolerations: seconds make no difference. */
  private static void checkTwins(Cursor tolerations) {
    Seen seen = new Seen();
    for (Cursor toleration : tolerations.items()) {
      String all =
          Stream.of("key", "operator", "value", "effect")
              .map(field -> toleration.field(field).text())
              .collect(Collectors.joining("/"));
      seen.add(toleration, all, "this toleration");
    }
  }
}
