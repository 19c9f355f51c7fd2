package dev.strake.component;

import dev.strake.diagnostic.Code;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Quoted;
import java.util.List;

/**
 * Taints that a kubelet registers its node with.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/util/taints/taints.go">CheckTaintValidation</a>
 */
final class Taints {

  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  private Taints() {}

  static void check(Section taints, Code code) {
    for (Section taint : taints.items()) {
      Section key = taint.at("key");
      if (key.text().isEmpty()) {
        taint.report(code, "has no key");
      } else {
        key.require(code, LabelKey::parse);
      }
      Section value = taint.at("value");
      if (!value.text().isEmpty()) {
        value.require(code, LabelValue::parse);
      }
      Section effect = taint.at("effect");
      if (!EFFECTS.contains(effect.text())) {
        effect.report(
            code,
            new Problem(
                "is %s, which is no effect of a taint".formatted(Quoted.of(effect.text())),
                "write " + Words.oneOf(EFFECTS)));
      }
    }
  }
}
