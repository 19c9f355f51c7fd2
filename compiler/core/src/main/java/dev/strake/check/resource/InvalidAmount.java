package dev.strake.check.resource;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.value.ResourceName;

/**
 * Less than nothing of a resource, or a part of what there is in wholes: half a pod.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateResourceQuantityValue</a>
 */
final class InvalidAmount implements SpecCheck {

  static final Code INVALID_AMOUNT = Code.error("spec/invalid-amount");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (Amount amount : Amount.of(cluster)) {
      if (amount.quantity().signum() < 0) {
        sink.report(
            amount
                .origin()
                .finding(INVALID_AMOUNT, "there is no less than nothing of " + amount.resource())
                .withHelp("write 0 or more"));
      } else if (isCounted(amount.resource()) && amount.quantity().milliValue() % 1000 != 0) {
        sink.report(
            amount
                .origin()
                .finding(INVALID_AMOUNT, "%s are counted in wholes".formatted(amount.resource()))
                .withHelp("write a whole number, such as " + amount.quantity().value()));
      }
    }
  }

  /** What is neither CPU nor bytes; device plugins offer whole devices too. */
  private static boolean isCounted(ResourceName resource) {
    String name = resource.toString();
    return !name.endsWith("cpu") && !name.endsWith("memory") && !name.endsWith("storage");
  }
}
