package dev.strake.check.schedule;

import dev.strake.spec.Taint;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/**
 * A taint that a pod bears.
 *
 * @param key empty for every key
 * @param effect empty for every effect
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">Kubernetes:
 *     taints and tolerations</a>
 */
record Toleration(String key, String operator, String value, String effect) {

  static List<Toleration> of(PodTemplate pod) {
    return pod.spec().sequence("tolerations").map(YamlSequence::items).orElse(List.of()).stream()
        .filter(YamlMapping.class::isInstance)
        .map(item -> of((YamlMapping) item))
        .toList();
  }

  private static Toleration of(YamlMapping item) {
    return new Toleration(
        text(item.get("key")),
        text(item.get("operator")),
        text(item.get("value")),
        text(item.get("effect")));
  }

  private static String text(Optional<YamlNode> node) {
    return node.filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(scalar -> !scalar.isNull())
        .map(YamlScalar::value)
        .orElse("");
  }

  boolean tolerates(Taint taint) {
    boolean sameEffect = effect.isEmpty() || effect.equals(taint.effect().name());
    boolean sameKey = key.isEmpty() || key.equals(taint.key().toString());
    return sameEffect && sameKey && toleratesValue(taint);
  }

  private boolean toleratesValue(Taint taint) {
    return switch (operator) {
      case "", "Equal" -> value.equals(taint.value() == null ? "" : taint.value().toString());
      // Exists, and operators of later versions, of which nothing is known.
      default -> true;
    };
  }
}
