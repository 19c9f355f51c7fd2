package dev.strake.check.node;

import dev.strake.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How much memory is usually kept for the system and the kubelet: a part of what the machine has,
 * which shrinks as machines grow.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/image-builder/blob/main/images/capi/ansible/roles/node/files/etc/kubernetes/kubelet-resource-sizing.sh">the
 *     image builder's sizing of reservations</a>
 */
final class SizingFormula {

  private record Step(int gibibytes, int percent) {}

  private static final List<Step> STEPS =
      List.of(new Step(4, 25), new Step(4, 20), new Step(8, 10), new Step(112, 6));
  private static final int REST_PERCENT = 2;
  private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private SizingFormula() {}

  /** In whole mebibytes. */
  static Quantity memory(Quantity capacity) {
    BigDecimal rest = capacity.amount();
    BigDecimal kept = BigDecimal.ZERO;
    for (Step step : STEPS) {
      BigDecimal size = GIBIBYTE.multiply(BigDecimal.valueOf(step.gibibytes)).min(rest);
      kept = kept.add(part(size, step.percent));
      rest = rest.subtract(size);
    }
    kept = kept.add(part(rest, REST_PERCENT));
    String mebibytes = kept.divide(MEBIBYTE, 0, RoundingMode.HALF_UP).toPlainString();
    return Quantity.parse(mebibytes + "Mi").orThrow();
  }

  private static BigDecimal part(BigDecimal of, int percent) {
    return of.multiply(BigDecimal.valueOf(percent)).divide(WHOLE, RoundingMode.HALF_UP);
  }
}
